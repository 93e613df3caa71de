import { useEffect, useState } from 'react'
import type { RecordsQueryName, RecordsRequest, RecordsRow } from '../../shared/records/queries'
import type { RecordsPage } from '../../shared/records/request'
import { usePorts } from './console-context'
import type { ConsolePorts } from './console-ports'

export interface Found<Row> {
  readonly phase: 'asking' | 'failed' | 'found'
  /** Newest first. The rows of the previous question stay until the next ones arrive. */
  readonly rows: readonly Row[]
  readonly next: number | null
  /** Entries that the records have yet to take in, when there are enough to matter. */
  readonly behind: number
}

const nothing = { rows: [], next: null, behind: 0 } as const

/** Fewer entries than this are taken in before anybody has read a sentence about them. */
const worthAWord = 500
/**
 * ms. When records that are behind are asked again: what was just done shows a second later, and a
 * card that stays open costs almost nothing.
 */
const askAgainAfter = [1_000, 3_000, 10_000, 30_000] as const

/**
 * In a replay the past ends at the instant shown: nobody there knows yet what came later. In a live
 * window, entries the window has and the records lack count as behind, since the window is a moment
 * ahead.
 */
export const askRecords = async <Name extends RecordsQueryName>(
  { bridge, store }: ConsolePorts,
  name: Name,
  request: RecordsRequest<Name>,
): Promise<RecordsPage<RecordsRow<Name>>> => {
  const { mode, room, hubRoom } = store.getState()
  const upTo = mode === 'replay' ? { upTo: Math.max(1, room.seq) } : {}
  const { page } = await bridge.ask('records', {
    name,
    request: { ...(request as object), ...upTo },
  })
  const behind = mode === 'live' ? Math.max(page.behind, hubRoom.seq - page.seq) : page.behind
  return { ...page, behind } as RecordsPage<RecordsRow<Name>>
}

/**
 * Asks about the past. It asks again when the question or `since` (what may have changed the
 * answer) changes, and while the records are behind.
 */
export function useRecords<Name extends RecordsQueryName>(
  name: Name,
  request: RecordsRequest<Name>,
  since: unknown = null,
): Found<RecordsRow<Name>> {
  const ports = usePorts()
  const [found, setFound] = useState<Found<RecordsRow<Name>>>({ ...nothing, phase: 'asking' })
  const question = JSON.stringify([request, since])
  useEffect(() => {
    const [asked] = JSON.parse(question) as [RecordsRequest<Name>]
    let current = true
    let again: ReturnType<typeof setTimeout> | undefined
    const ask = async (tries: number) => {
      try {
        const { rows, next, behind } = await askRecords(ports, name, asked)
        if (!current) return
        setFound({ phase: 'found', rows, next, behind: behind < worthAWord ? 0 : behind })
        const rest = askAgainAfter[Math.min(tries, askAgainAfter.length - 1)]
        if (behind > 0) again = setTimeout(() => void ask(tries + 1), rest)
      } catch {
        if (current) setFound({ ...nothing, phase: 'failed' })
      }
    }
    setFound((before) => ({ ...before, phase: 'asking' }))
    void ask(0)
    return () => {
      current = false
      clearTimeout(again)
    }
  }, [ports, name, question])
  return found
}
