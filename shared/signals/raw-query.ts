import { z } from 'zod'
import { idSchema } from '../lang/id'
import { pageOf, type RecordsQuery, windowOf } from '../records/query'
import { pageShape } from '../records/request'
import { matchOf } from '../search/terms'
import { channelSchema } from './signal'

const requestSchema = z.object({ ...pageShape, siteId: idSchema })

/** A signal with its bytes, as the hub stored them before it acknowledged it. */
export const rawSignalSchema = z.object({
  seq: z.number().int(),
  at: z.number(),
  signalId: z.string(),
  channel: channelSchema,
  source: z.string(),
  account: z.string(),
  code: z.string(),
  /** Bytes as shared/dc09/printable.ts writes them; empty for what the hub noticed itself. */
  frame: z.string(),
})
export type RawSignal = z.output<typeof rawSignalSchema>

/** What a row needs from an entry; older shapes of a signal have all of it too. */
const receivedSchema = rawSignalSchema.omit({ seq: true, at: true })

export const rawSignalsQuery: RecordsQuery<z.output<typeof requestSchema>, RawSignal> = {
  about: 'Signals of a site with their bytes as received; no openings, closings, periodic tests',
  request: requestSchema,
  row: rawSignalSchema,
  ask(request, reader) {
    const match = matchOf({ siteId: request.siteId, groups: ['signals'] })
    const seqs = match === null ? [] : reader.search(match, windowOf(request, reader))
    const page = pageOf(seqs, request.limit, (seq) => seq)
    const rows = page.rows.flatMap((seq) => {
      const entry = reader.entry(seq)
      if (entry?.type !== 'signal-received') return []
      const received = receivedSchema.safeParse(entry.data)
      return received.success ? [{ seq, at: entry.at, ...received.data }] : []
    })
    return { rows, next: page.next }
  },
}
