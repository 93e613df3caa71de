import type { AnyEntry } from '../../shared/journal/entry'
import { tailPage } from '../../shared/wire/console-feed'
import type { Link } from './link'

/** The live entries, and how a client that is behind gets to them. */
export interface LiveEntries {
  /** The last entry that was sent to everybody who is live. */
  seq(): number
  read(after: number, limit: number): readonly AnyEntry[]
}

export interface CatchUpSteps {
  send(page: readonly AnyEntry[]): void
  /** Called at once when the client has everything up to the live entries: none may be sent in between. */
  goLive(): void
  standsStill(): void
}

/**
 * Sends a client everything after `from`, page by page and only as fast as it takes them, and puts it among the live
 * ones at the very entry they are at: no entry is missed and none comes twice. What it has not taken yet stays in the
 * journal and costs the hub no memory.
 */
export async function catchUp(link: Link, from: number, live: LiveEntries, steps: CatchUpSteps): Promise<void> {
  let seq = from
  for (;;) {
    const taken = await link.drained()
    if (!link.isOpen()) return
    if (!taken) return steps.standsStill()
    const ahead = live.seq() - seq
    if (ahead === 0) return steps.goLive()
    // The client came with an entry that is durable but is only just about to be sent to the others.
    if (ahead < 0) continue
    const page = live.read(seq, Math.min(tailPage, ahead))
    const last = page.at(-1)
    if (!last) throw new Error(`The journal ends at ${seq}, before its head ${live.seq()}`)
    steps.send(page)
    seq = last.seq
  }
}
