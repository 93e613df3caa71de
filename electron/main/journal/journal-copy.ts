import type { LocalJournalState } from '../../../shared/ipc/contract'
import type { AnyEntry } from '../../../shared/journal/entry'
import type { Refusal } from '../../../shared/lang/decision'
import type { Clock } from '../../../shared/timeline/clock-port'
import { type HistoryRequest, tailPage } from '../../../shared/wire/console-feed'
import type { Log } from '../log'
import type { Caller } from './calls'
import type { CopyState } from './local-journal'

/**
 * New entries are collected for this long, ms, and committed together, always after the window has
 * received them.
 */
const gather = 200
/** Delay before copying is retried after a failure (the hub away, the disk full), ms. */
const retryAfter = 5_000
/**
 * Live entries held in memory while the copy catches up. Any beyond this number are fetched later
 * like the rest, which bounds the memory.
 */
const mostHeld = 20_000

export interface CopyPorts {
  readonly clock: Clock
  readonly log: Log
  readonly history: (request: HistoryRequest) => Promise<readonly AnyEntry[]>
  readonly onState: (state: LocalJournalState) => void
}

export interface JournalCopy {
  /**
   * Call this when a journal process is running. Resolves with how far its copy of this unit's
   * journal goes.
   */
  open(journal: Caller, unit: string): Promise<CopyState>
  close(reason: Refusal): void
  live(entries: readonly AnyEntry[]): void
  hubAt(seq: number): void
  state(): LocalJournalState
}

export function createJournalCopy({ clock, log, history, onState }: CopyPorts): JournalCopy {
  let journal: Caller | null = null
  let copied: CopyState | null = null
  let hubSeq = 0
  let held: AnyEntry[] = []
  let running = false
  let closedBecause: Refusal | null = null
  let told = ''

  const state = (): LocalJournalState => ({
    seq: copied?.seq ?? 0,
    hubSeq: Math.max(hubSeq, copied?.seq ?? 0),
    fault: closedBecause ?? copied?.fault ?? null,
  })
  const tell = () => {
    const next = state()
    const text = JSON.stringify(next)
    if (text !== told) onState(next)
    told = text
  }
  const wake = (after: number) => {
    if (running) return
    running = true
    clock.after(after, () => void run())
  }

  async function run(): Promise<void> {
    let again: number | null = null
    try {
      again = await step()
    } catch (error) {
      log.warn({ err: error }, 'The copying of the journal is held up')
      again = retryAfter
    }
    running = false
    tell()
    if (again !== null) wake(again)
  }

  /**
   * Copies one page or one batch of live entries. Resolves with when to continue, or null when
   * there is nothing to do.
   */
  async function step(): Promise<number | null> {
    if (!journal || !copied || copied.stopped) return null
    const { seq: before, fault } = copied
    const entries = await nextEntries(before)
    if (entries.length === 0) return null
    copied = await journal.ask('append', { entries })
    if (copied.fault !== null && copied.fault.text !== fault?.text)
      log.error({ seq: copied.seq }, copied.fault.text)
    if (copied.seq === before) return retryAfter
    return copied.seq < hubSeq ? 0 : null
  }

  async function nextEntries(seq: number): Promise<readonly AnyEntry[]> {
    held = held.filter((entry) => entry.seq > seq)
    if (held[0]?.seq === seq + 1) {
      const batch = held
      held = []
      return batch
    }
    return hubSeq > seq ? history({ after: seq, limit: tailPage }) : []
  }

  return {
    async open(caller, unit) {
      copied = null
      held = []
      const opened = await caller.ask('open', { unit })
      journal = caller
      copied = opened
      closedBecause = null
      tell()
      wake(0)
      return opened
    },
    close(reason) {
      journal = null
      copied = null
      held = []
      closedBecause = reason
      tell()
    },
    live(entries) {
      if (!copied) return
      held = held.length + entries.length > mostHeld ? [] : [...held, ...entries]
      wake(gather)
    },
    hubAt(seq) {
      if (seq <= hubSeq) return
      hubSeq = seq
      if (copied && copied.seq < seq) wake(gather)
    },
    state,
  }
}
