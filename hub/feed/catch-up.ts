import { arrayOf } from '../../shared/journal/entry-page'
import { tailPage } from '../../shared/wire/console-feed'
import { type ReadingTurns, TooManyReaders } from '../reading/reading-turns'
import type { Link } from './link'

export interface LiveEntries {
  seq(): number
  readonly reading: ReadingTurns
  readonly reader: string
}

export interface CatchUpSteps {
  send(entries: string): void
  /**
   * Called at once when the client has everything up to the live entries: none may be sent in
   * between.
   */
  goLive(): void
  standsStill(): void
}

/**
 * Sends a client everything after `from`, page by page and only as fast as it takes them. It then
 * joins the live clients at exactly their entry: none is missed and none comes twice. What it has
 * not taken yet stays in the journal and costs the hub no memory.
 */
export async function catchUp(
  link: Link,
  from: number,
  live: LiveEntries,
  steps: CatchUpSteps,
): Promise<void> {
  let seq = from
  for (;;) {
    const taken = await link.drained()
    if (!link.isOpen()) return
    if (!taken) return steps.standsStill()
    const ahead = live.seq() - seq
    if (ahead === 0) return steps.goLive()
    // The client came with an entry that is durable but not yet sent to the others.
    if (ahead < 0) continue
    const page = await nextPage(live, seq, ahead)
    // When too many read at once the client waits like the others; it did nothing wrong.
    if (page === null) continue
    if (!link.isOpen()) return
    if (page.count === 0)
      throw new Error(`The journal ends at ${seq}, before its head ${live.seq()}`)
    steps.send(arrayOf(page))
    seq = page.lastSeq
  }
}

async function nextPage({ reading, reader }: LiveEntries, after: number, ahead: number) {
  try {
    return await reading.page(reader, { after, limit: Math.min(tailPage, ahead) })
  } catch (error) {
    if (error instanceof TooManyReaders) return null
    throw error
  }
}
