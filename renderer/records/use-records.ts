import { useEffect, useState } from 'react'
import type { RecordsQueryName, RecordsRequest, RecordsRow } from '../../shared/records/queries'
import type { RecordsPage } from '../../shared/records/request'
import { usePorts } from '../console/console-context'
import type { ConsolePorts } from '../console/console-ports'

/** What came of a question about the past. */
export interface Found<Row> {
  readonly phase: 'asking' | 'failed' | 'found'
  /** Newest first; those of the question before stay until the next ones are there. */
  readonly rows: readonly Row[]
  readonly next: number | null
  readonly behind: number
}

const nothing = { rows: [], next: null, behind: 0 } as const

/** In a replay the past ends at the instant shown: nobody there knows yet what came later. */
export const askRecords = async <Name extends RecordsQueryName>(
  { bridge, store }: ConsolePorts,
  name: Name,
  request: RecordsRequest<Name>,
): Promise<RecordsPage<RecordsRow<Name>>> => {
  const { mode, room } = store.getState()
  const upTo = mode === 'replay' ? { upTo: Math.max(1, room.seq) } : {}
  const { page } = await bridge.ask('records', {
    name,
    request: { ...(request as object), ...upTo },
  })
  return page as RecordsPage<RecordsRow<Name>>
}

/**
 * Asks about the past, and again when the question, or `since` (what may have changed the answer),
 * is another. Null asks nothing.
 */
export function useRecords<Name extends RecordsQueryName>(
  name: Name,
  request: RecordsRequest<Name> | null,
  since: unknown = null,
): Found<RecordsRow<Name>> {
  const ports = usePorts()
  const [found, setFound] = useState<Found<RecordsRow<Name>>>({ ...nothing, phase: 'asking' })
  const question = JSON.stringify([request, since])
  useEffect(() => {
    const [asked] = JSON.parse(question) as [RecordsRequest<Name> | null]
    if (asked === null) return
    let current = true
    setFound((before) => ({ ...before, phase: 'asking' }))
    askRecords(ports, name, asked).then(
      ({ rows, next, behind }) => current && setFound({ phase: 'found', rows, next, behind }),
      () => current && setFound({ ...nothing, phase: 'failed' }),
    )
    return () => {
      current = false
    }
  }, [ports, name, question])
  return found
}
