import type { Actor } from '../../../shared/accounts/actor'
import { latin1FromBytes } from '../../../shared/dc09/bytes'
import { second } from '../../../shared/lang/instant'
import { detail } from '../../../shared/signals/detail-codes'
import { ack, nak } from '../../../shared/surgard/encode'
import type { LineReading } from '../../../shared/surgard/reading'
import type { Clock } from '../../../shared/timeline/clock-port'
import { createMinuteLimit } from '../../limits/minute-limit'
import { perAddress } from '../../limits/minute-rules'
import type { UnreadableItem } from '../../reception/quarantined'
import type { Reception } from '../../reception/reception-port'
import type { Sender } from '../../reception/sender'
import type { StreamIntake } from '../stream-connection'
import { type Answer, createAnswers, noAnswers } from './answers'
import type { LineFormat } from './line-format'
import { lineSignals } from './line-signals'
import { createModifiers } from './modifiers'
import { prefixed } from './prefixed'
import type { ReceiverLine } from './receiver-lines'
import type { LineMetrics } from './receiver-metrics'
import { createRefusals } from './refusals'
import { createRepetitions, either } from './repetitions'
import { type Storing, storeOnce, storeUntilDone } from './storing'

export interface LineIntakeParts {
  readonly receiverLine: ReceiverLine
  readonly format: LineFormat
  readonly reception: Reception
  readonly clock: Clock
  readonly newId: () => string
  readonly metrics: LineMetrics
  readonly heard: () => void
}

/**
 * One connection of a receiver line. Call `stop` when it is gone and nothing can be answered any
 * more.
 */
export interface LineConnection extends StreamIntake {
  stop(): void
}

/** Longest time an answer travels, ms; it must arrive before the receiver repeats the line. */
const onItsWay = 1 * second

/**
 * From lines to durable entries, for all connections of one receiver line. A line is acknowledged
 * once it is durable, or once an identical line is that it surely repeats (repetitions.ts).
 * Heartbeats are acknowledged whatever happened before: a receiver that has given up on a line
 * resumes with the first acknowledged heartbeat (MLR2E manual 9.2).
 */
export function createLineIntake({
  receiverLine,
  format,
  reception,
  clock,
  newId,
  metrics,
  heard,
}: LineIntakeParts) {
  const by: Actor = { kind: 'receiver', id: receiverLine.id, name: receiverLine.name }
  const refusals = createRefusals(clock)
  const repetitions = createRepetitions(clock)
  const modifiers = createModifiers(clock)
  const keptOf = createMinuteLimit(clock, perAddress)
  const tireless = receiverLine.acknowledge === 'none' ? storeUntilDone(clock) : null
  const store: Storing = tireless?.store ?? storeOnce

  const open = (sender: Sender, write: (bytes: Uint8Array) => void): LineConnection => {
    const answers =
      receiverLine.acknowledge === 'none'
        ? noAnswers
        : createAnswers({
            clock,
            patience: receiverLine.wait * second - onItsWay,
            send: (answer) => write(Uint8Array.of(answer === 'ack' ? ack : nak)),
            late: metrics.late,
          })

    const takeSignals = async (
      reading: LineReading & { readonly kind: 'signals' },
      bytes: Uint8Array,
    ) => {
      const { account, origin } = reading
      const said = modifiers.apply(account, reading.events, bytes)
      const context = { sender, origin, account, bytes: said.bytes }
      const signals = lineSignals(said.events, context, newId)
      const own = store(() => reception.take(signals, by))
      const text = latin1FromBytes(bytes)
      const first = repetitions.firstOf(text)
      const stored = first === null ? own : either(first, own)
      const answered = answers.expect(
        stored.then((durable): Answer => (durable ? 'ack' : 'silence')),
      )
      repetitions.remember(text, stored, answered)
      const durable = await own
      metrics.line(durable ? (first === null ? 'recorded' : 'repeated') : 'not-stored')
    }
    /** Acknowledges an item that is kept. `kept` says whether it is; otherwise it is kept now. */
    const keep = async (item: UnreadableItem, kept: Promise<boolean> | null = null) => {
      const durable = (kept ?? Promise.resolve(false)).then(
        (already) => already || keepDurably(item),
      )
      answers.expect(durable.then((ok): Answer => (ok ? 'ack' : 'silence')))
      metrics.line((await durable) ? 'kept' : 'not-stored')
    }
    const keepDurably = (item: UnreadableItem) => store(() => reception.keepDurably(item, sender))
    const refuse = async (item: UnreadableItem) => {
      const { refuse, kept } = refusals.come(latin1FromBytes(item.bytes), () =>
        keptOf.admit(sender.address) === null ? keepDurably(item) : null,
      )
      if (!refuse) return keep(item, kept)
      metrics.line('not-understood')
      answers.expect(Promise.resolve(receiverLine.acknowledge === 'ack' ? 'silence' : 'nak'))
      await kept
    }
    const acknowledge = (result: 'heartbeat' | 'nothing-new') => {
      metrics.line(result)
      answers.expect(Promise.resolve('ack'))
    }

    const take = async (reading: LineReading, bytes: Uint8Array): Promise<void> => {
      // A receiver that has given up sends heartbeats until one is acknowledged, and then the same
      // line again.
      if (reading.kind === 'heartbeat') return acknowledge('heartbeat')
      if (reading.kind === 'signals' && reading.events.length > 0)
        return takeSignals(reading, bytes)
      repetitions.forget()
      if (reading.kind === 'unread') return keep({ ...reading, bytes })
      if (reading.kind === 'unreadable') return refuse({ ...reading, bytes, reason: 'unreadable' })
      if (reading.kind === 'modifier') modifiers.note(reading, bytes)
      return acknowledge('nothing-new')
    }

    return {
      async message(bytes) {
        heard()
        const reading = prefixed(format.read(bytes), receiverLine.accountPrefix)
        // A damaged line may name another account.
        const named =
          reading.kind === 'heartbeat' || reading.kind === 'unreadable' ? null : reading.account
        if (named !== null) reception.heard(named)
        await take(reading, bytes)
      },
      unframed(item, why) {
        if (item.kind === 'noise' && item.harmless) return
        metrics.line('not-understood')
        const reason = item.kind === 'oversize' ? 'oversize' : 'unreadable'
        const what = item.kind === 'oversize' ? detail('line-over') : why
        const length = item.kind === 'oversize' ? { length: item.length } : {}
        reception.keep({ reason, detail: what, bytes: item.bytes, ...length }, sender)
      },
      stop: answers.stop,
    }
  }

  return {
    open,
    stop() {
      tireless?.stop()
      keptOf.stop()
    },
  }
}
export type LineIntake = ReturnType<typeof createLineIntake>
