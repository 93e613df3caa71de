import type { Actor } from '../../../shared/accounts/actor'
import type {
  CommandOutcome,
  NamedCommand,
  PendingCommand,
  SettledCommand,
} from '../../../shared/ipc/contract'
import type { AnyEntry } from '../../../shared/journal/entry'
import { sentence } from '../../../shared/lang/decision'
import type { Envelope } from '../../../shared/room/commands'
import type { Clock } from '../../../shared/timeline/clock-port'
import type { CommandReply } from '../../../shared/wire/console-feed'
import type { Log } from '../log'
import type { OutboxRow, OutboxStore } from './outbox-store'

/**
 * An officer waits at most this long for the outcome of a command, ms. After that the outcome is
 * "pending".
 */
const patience = 300
/**
 * Delay before an unanswered command is sent again while the hub is there, ms. Spares a hub in
 * trouble.
 */
const retryAfter = 1_000
/**
 * After this many failures of the hub itself, the command is answered with the failure, so that it
 * does not block those behind it for ever.
 */
const mostFailures = 5

export interface Signature {
  readonly unit: string
  readonly by: Actor
}

export interface OutboxPorts {
  readonly store: OutboxStore
  readonly clock: Clock
  readonly log: Log
  /** Rejects when no answer came; the hub may still have carried the command out. */
  readonly send: (envelope: Envelope) => Promise<CommandReply>
  /**
   * The last entry in this console's room. An answered command stays pending until its entries have
   * arrived.
   */
  readonly roomSeq: () => number
  readonly onPending: (pending: readonly PendingCommand[]) => void
  /** Called with answers to commands whose outcome was "pending". */
  readonly onSettled: (settled: SettledCommand) => void
}

/**
 * Commands on their way to the hub. They are stored first, then sent in the order given, one at a
 * time, and take effect once each.
 */
export interface Outbox {
  give(envelope: Envelope): Promise<CommandOutcome>
  /**
   * Call this when entries arrive. Commands they record, and commands answered up to them, are no
   * longer pending.
   */
  follow(entries: readonly Pick<AnyEntry, 'cause'>[]): void
  /** Withdraws a command that was never sent; false when it is too late. */
  withdraw(commandId: string): boolean
  pending(): readonly PendingCommand[]
  /** Call this when the hub is reachable; waiting commands are sent. */
  linkUp(signature: Signature): void
  /** Call this when the hub is away; commands given from now on wait. */
  linkDown(): void
  /** Call this when nobody is signed in any more; no command can then be given. */
  signedOut(): void
}

interface Waiting {
  row: OutboxRow
  /** Answers the caller; absent once the caller was told "pending". */
  answer?: (outcome: CommandOutcome) => void
  failures: number
  /** Its entries are in the room, although its answer has not arrived. */
  recorded?: true
}

export function createOutbox(ports: OutboxPorts): Outbox {
  const { store, clock, log } = ports
  let waiting: readonly Waiting[] = store.all().map((row) => ({ row, failures: 0 }))
  let signature: Signature | null = null
  let up = false
  let inFlight: Waiting | null = null
  let cancelRest: (() => void) | null = null

  for (const command of store.unreadable()) {
    log.error({ ...command }, 'A command in the outbox can no longer be read; it is given up')
    tryStore(() => store.remove(command.commandId))
    ports.onSettled({ ...command, reply: notUnderstood })
  }

  /** Answered commands, each with the entry number at which the room shows it. */
  let answered: readonly { readonly item: Waiting; readonly seq: number }[] = []

  const pending = (): readonly PendingCommand[] =>
    [...answered.map(({ item }) => item), ...waiting.filter(({ recorded }) => !recorded)].map(
      pendingOf,
    )

  function follow(entries: readonly Pick<AnyEntry, 'cause'>[]): void {
    const before = pending().length
    if (before === 0) return
    const causes = new Set(entries.map(({ cause }) => cause))
    for (const item of waiting) if (causes.has(item.row.envelope.commandId)) item.recorded = true
    answered = answered.filter(({ seq }) => seq > ports.roomSeq())
    if (pending().length !== before) ports.onPending(pending())
  }

  function give(envelope: Envelope): Promise<CommandOutcome> {
    if (waiting.some(({ row }) => row.envelope.commandId === envelope.commandId))
      return Promise.resolve({ result: 'pending' })
    if (!signature) return Promise.resolve(notSignedIn)
    const row = {
      envelope,
      unit: signature.unit,
      by: signature.by,
      sent: up && !inFlight && next() === undefined,
    }
    const trouble = keep(row)
    if (trouble && !up) return Promise.resolve(trouble)
    return new Promise((resolve) => {
      const item: Waiting = { row, answer: resolve, failures: 0 }
      waiting = [...waiting, item]
      ports.onPending(pending())
      if (!up) return tellPending(item)
      clock.after(patience, () => item.answer && tellPending(item))
      void pump()
    })
  }

  /**
   * While the hub is there, a full disk must not keep an officer from acting: the hub stores the
   * command.
   */
  function keep(row: OutboxRow): CommandOutcome | null {
    try {
      store.add(row)
      return null
    } catch (error) {
      log.error({ err: error }, 'A command could not be stored in the outbox')
      return notStored
    }
  }

  function tellPending(item: Waiting): void {
    item.answer?.({ result: 'pending' })
    delete item.answer
    ports.onPending(pending())
  }

  const next = (): Waiting | undefined => waiting.find(({ row }) => row.unit === signature?.unit)

  async function pump(): Promise<void> {
    while (up && !inFlight && !cancelRest) {
      const item = next()
      if (!item) return
      if (item.row.by.id !== signature?.by.id) {
        settle(item, givenByAnother)
        continue
      }
      inFlight = item
      const reply = await sendOne(item)
      inFlight = null
      const fate = reply ? fateOf(item, reply) : 'again'
      if (reply && fate === 'settled') settle(item, reply)
      else if (fate === 'signed-in-anew') up = false
      else rest()
    }
  }

  /**
   * A temporary failure of the hub is not an answer: a full disk or an ended session must not lose
   * a command.
   */
  function fateOf(item: Waiting, reply: CommandReply): 'settled' | 'again' | 'signed-in-anew' {
    if (reply.result !== 'refused') return 'settled'
    switch (reply.refusal.code) {
      case 'not-stored':
      case 'too-fast':
        return 'again'
      case 'internal':
        item.failures += 1
        return item.failures < mostFailures ? 'again' : 'settled'
      case 'session-ended':
        return 'signed-in-anew'
      default:
        return 'settled'
    }
  }

  function rest(): void {
    cancelRest = clock.after(retryAfter, () => {
      cancelRest = null
      void pump()
    })
  }

  async function sendOne(item: Waiting): Promise<CommandReply | null> {
    if (!item.row.sent) {
      item.row = { ...item.row, sent: true }
      tryStore(() => store.markSent(item.row.envelope.commandId))
      if (!item.answer) ports.onPending(pending())
    }
    try {
      return await ports.send(item.row.envelope)
    } catch (error) {
      log.warn(
        { err: error, commandId: item.row.envelope.commandId },
        'No answer to a command; it stays in the outbox',
      )
      return null
    }
  }

  function settle(item: Waiting, reply: CommandReply): void {
    waiting = waiting.filter((other) => other !== item)
    tryStore(() => store.remove(item.row.envelope.commandId))
    if (reply.result === 'ok' && reply.seq > ports.roomSeq() && !item.recorded)
      answered = [...answered, { item, seq: reply.seq }]
    if (item.answer) item.answer(reply)
    else {
      const { by, envelope } = item.row
      ports.onSettled({ ...nameOf(item.row), command: envelope.command, by, reply })
    }
    ports.onPending(pending())
  }

  /**
   * If this write fails, the command is sent again after a restart, and the hub carries it out
   * once.
   */
  function tryStore(write: () => void): void {
    try {
      write()
    } catch (error) {
      log.error({ err: error }, 'The outbox could not be written')
    }
  }

  return {
    give,
    withdraw(commandId) {
      const item = waiting.find(({ row }) => row.envelope.commandId === commandId)
      if (!item || item.row.sent) return false
      waiting = waiting.filter((other) => other !== item)
      tryStore(() => store.remove(commandId))
      ports.onPending(pending())
      return true
    },
    pending,
    follow,
    linkUp(next) {
      signature = next
      up = true
      cancelRest?.()
      cancelRest = null
      void pump()
    },
    linkDown() {
      up = false
      for (const item of waiting) if (item.answer) tellPending(item)
    },
    signedOut() {
      signature = null
      up = false
    },
  }
}

const nameOf = ({ envelope }: OutboxRow): NamedCommand => ({
  commandId: envelope.commandId,
  type: envelope.command.type,
  issuedAt: envelope.issuedAt,
})
const pendingOf = ({ row, answer }: Waiting): PendingCommand => ({
  ...nameOf(row),
  command: row.envelope.command,
  by: row.by,
  unit: row.unit,
  state: answer ? 'under-way' : row.sent ? 'sent' : 'waiting',
})

const refused = (code: string, text: string): CommandReply => ({
  result: 'refused',
  refusal: sentence(code, text),
})
const notSignedIn = refused(
  'not-signed-in',
  'Nobody is signed in at the hub; the room can only be read',
)
const notStored = refused(
  'outbox-full',
  'The hub is away and this machine cannot store the command: is its disk full?',
)
const notUnderstood = refused(
  'not-understood',
  'It was stored by another version of this program and is no longer understood. Give it again if it still fits',
)
const givenByAnother = refused(
  'given-by-another',
  'It was given by somebody who has signed out since. See whether it took effect, and give it again if it still fits',
)
