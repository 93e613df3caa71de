import type { LocalJournalState } from '../../../shared/ipc/contract'
import type { AnyEntry } from '../../../shared/journal/entry'
import { because, sentence } from '../../../shared/lang/decision'
import { SaidError, saidOf } from '../../../shared/lang/said-error'
import type { Position } from '../../../shared/teams/position'
import type { Clock } from '../../../shared/timeline/clock-port'
import type { HistoryRequest } from '../../../shared/wire/console-feed'
import { type Child, keepRunning } from '../keep-running'
import type { Log } from '../log'
import { type Caller, type CallName, createCaller } from './calls'
import { createJournalCopy, type JournalCopy } from './journal-copy'
import type { LastRoom } from './last-room'

export interface DeskPorts {
  readonly clock: Clock
  readonly log: Log
  readonly start: () => Child
  readonly history: (request: HistoryRequest) => Promise<readonly AnyEntry[]>
  readonly onState: (state: LocalJournalState) => void
}

/** Delay before a failed opening (the disk full, the file held by a backup) is retried, ms. */
const openAgainAfter = 5_000

export interface JournalDesk extends Pick<JournalCopy, 'live' | 'hubAt' | 'state'> {
  /**
   * Opens the copy of this unit's journal, retrying until it succeeds. Resolves with the room at
   * its end, or null when there is none to show.
   */
  openUnit(unit: string): Promise<LastRoom | null>
  track(positions: readonly Position[]): void
  askText(name: CallName, request: unknown): Promise<string>
  ask: Caller['ask']
  stop(): Promise<void>
}

export function createJournalDesk({ clock, log, start, history, onState }: DeskPorts): JournalDesk {
  const copy = createJournalCopy({ clock, log, history, onState })
  let caller: Caller | null = null
  let unit: string | null = null
  let opening: Promise<Caller | null> | null = null
  let cutRest = () => {}
  let stopped = false

  const process = keepRunning({
    name: 'journal',
    clock,
    log,
    start,
    onStarted(child) {
      caller = createCaller({ post: child.post, listen: child.onMessage })
      cutRest()
      if (unit !== null) void keepOpening()
    },
    onDied() {
      copy.close(processStopped)
      caller?.end(processStopped)
      caller = null
    },
  })

  /** Only one opening runs at a time; all callers share it. */
  function keepOpening(): Promise<Caller | null> {
    opening ??= openAtLast().finally(() => {
      opening = null
    })
    return opening
  }

  async function openAtLast(): Promise<Caller | null> {
    while (!stopped && unit !== null) {
      const [journal, ofUnit] = [caller, unit]
      const opened = journal !== null && (await open(journal, ofUnit))
      if (ofUnit !== unit) continue
      if (opened && journal === caller) return journal
      await rest()
    }
    return null
  }

  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      cutRest = resolve
      clock.after(openAgainAfter, resolve)
    })

  async function open(journal: Caller, ofUnit: string): Promise<boolean> {
    try {
      await copy.open(journal, ofUnit)
      return true
    } catch (error) {
      const why = saidOf(error)
      log.error({ unit: ofUnit, reason: why.text }, 'The local journal cannot be opened')
      copy.close(because('copy-not-opened', 'The local journal cannot be opened: {reason}', why))
      return false
    }
  }

  const running = (): Caller => {
    if (!caller) throw new SaidError(processStopped)
    return caller
  }

  return {
    live: copy.live,
    hubAt: copy.hubAt,
    state: copy.state,
    async openUnit(next) {
      if (unit === next) return null
      unit = next
      const journal = await keepOpening()
      if (!journal || unit !== next) return null
      return journal.ask('lastRoom', {}).catch((error: unknown) => {
        log.warn({ err: error }, 'The room of the local journal cannot be shown')
        return null
      })
    },
    track(positions) {
      caller?.ask('track', { positions }).catch((error: unknown) => {
        log.warn({ err: error }, 'Positions could not be kept for replay')
      })
    },
    askText: async (name, request) => running().askText(name, request),
    ask: async (name, request) => running().ask(name, request),
    stop() {
      stopped = true
      cutRest()
      return process.stop()
    },
  }
}

const processStopped = sentence(
  'copy-process-stopped',
  'The local journal has stopped; it is being started again',
)
