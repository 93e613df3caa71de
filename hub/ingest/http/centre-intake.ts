import type { Logger } from 'pino'
import { Counter, type Registry } from 'prom-client'
import type { Actor } from '../../../shared/accounts/actor'
import { hour } from '../../../shared/lang/instant'
import { type Entry, upcast } from '../../../shared/room/events'
import { sendersDetail } from '../../../shared/signals/detail-codes'
import type { Signal } from '../../../shared/signals/signal'
import { wrongDetail } from '../../../shared/signals/wrong-detail'
import type { Clock } from '../../../shared/timeline/clock-port'
import type { Centre } from '../../accounts/centre-store'
import { type Keeper, NotStored } from '../../keeper/keeper-port'
import type { Reception } from '../../reception/reception-port'
import type { Sender } from '../../reception/sender'
import { inOneTurn } from '../turns'
import type { ItemResult } from './item'
import { causeName, idOf, idSentence } from './item-id'
import { outcomeOf } from './item-outcome'
import { centreActor, centreSender, itemBytes, reportDigest, signalOf } from './item-signal'
import { accountOf, readItem, warningsOf } from './read-item'

export interface CentreIntakeParts {
  readonly reception: Reception
  readonly keeper: Pick<Keeper, 'read'>
  readonly newId: () => string
  readonly clock: Pick<Clock, 'now'>
  readonly registry: Registry
  readonly log: Logger
}

export interface Batch {
  readonly centre: Centre
  readonly address: string
  /** Names items that have no id, together with their place in the batch. */
  readonly key: string | null
  readonly items: readonly unknown[]
}

/**
 * Bytes of JSON kept of an item: ten times a real one. Its readable form (at most four characters a
 * byte) fits the journal.
 */
const keptOfItem = 8_000
/**
 * How long a report without a time of its own counts as a repetition of the same report under the
 * same id, ms. It is longer than any centre's line stays down unnoticed. After that we assume that
 * the centre counts from 1 again, and the alarm is a new one.
 */
const repetitions = 24 * hour
/** Most entries one item causes: its own, and one for each alarm of the site that it ends. */
const mostEntries = 100

/**
 * Items of monitoring centres on their way into the room. Each takes effect once. Its entries have
 * its centre and id as their cause, with a stroke between, which no command's id can hold. An id
 * that comes again is answered with what it first became. If it comes again with another report,
 * that counts as a new item, also once: a centre that counts from 1 again after a restart must not
 * lose an alarm. The same holds when it repeats the same report a day or more later, unless the
 * report says when it happened.
 */
export function createCentreIntake({
  reception,
  keeper,
  newId,
  clock,
  registry,
  log,
}: CentreIntakeParts) {
  const counter = new Counter({
    name: 'navbatchi_centre_items_total',
    help: 'Items monitoring centres handed over, by what became of them',
    labelNames: ['centre', 'result'],
    registers: [registry],
  })

  async function handle(
    raw: unknown,
    id: string | null,
    { centre, sender }: From,
  ): Promise<ItemResult> {
    const bytes = bytesOf(raw)
    const itemRefused = (error: string, message: string): ItemResult => {
      const account = accountOf(raw)
      const detail = sendersDetail(message)
      reception.keep({ reason: 'unreadable-data', detail, bytes, account }, sender)
      return { id, result: 'refused', error, message }
    }
    const item = readItem(raw, clock.now())
    if ('refused' in item) return itemRefused('invalid', item.refused)
    if (id === null) return itemRefused('invalid', idSentence(raw))
    const wrong =
      bytes.length > keptOfItem ? [...item.wrong, wrongDetail('item', 'too-long')] : item.wrong
    const kept = bytes.subarray(0, keptOfItem)
    const signal = signalOf({ ...item, wrong }, { sender, bytes: kept, signalId: newId() })
    const warnings = warningsOf(wrong)
    if (!saysSilent(signal)) reception.heard(signal.account)
    const cause = `${centre.id}/${causeName(id)}`
    const by = centreActor(centre)
    const result = await once(signal, by, cause)
    if (result) return { id, ...result, ...warnings }
    const other = await once(signal, by, `${cause}/${reportDigest(signal)}`)
    return {
      id,
      ...known(other),
      ...warnings,
      error: 'id-reused',
      message: `The id ${id} stood for another report; this is a new one`,
    }
  }

  /** What the signal became, now or earlier; null when the cause belongs to another report. */
  async function once(
    signal: Signal,
    by: Actor,
    cause: string,
  ): Promise<Omit<ItemResult, 'id'> | null> {
    const entries = await reception.take([signal], by, cause)
    if (entries.some((entry) => tells(entry, signal))) return known(outcomeOf(entries)).result
    const last = known(entries.at(-1) ?? null)
    const before = known(outcomeOf(await causedBy(cause, last.seq)))
    if (before.signal && reportDigest(before.signal) !== reportDigest(signal)) return null
    const days = Math.floor((clock.now() - last.at) / repetitions)
    // Each further day has a cause of its own, so a report repeated within that day still counts
    // once. One whose repetition falls into the next day counts twice, which people see; the other
    // way round an alarm would be lost.
    if (days > 0 && signal.occurredAt === null) return once(signal, by, `${cause}/+${days}`)
    const { signalId, alarmId, seq } = before.result
    return { result: 'repeated', signalId, alarmId, seq }
  }

  async function causedBy(cause: string, lastSeq: number): Promise<Entry[]> {
    const entries = await keeper.read(
      Math.max(0, lastSeq - mostEntries),
      Math.min(lastSeq, mostEntries),
    )
    return entries.filter((entry) => entry.cause === cause).map(upcast)
  }

  async function answer(raw: unknown, id: string | null, from: From): Promise<ItemResult> {
    try {
      return await handle(raw, id, from)
    } catch (error) {
      if (error instanceof NotStored)
        return {
          id,
          result: 'not-stored',
          error: 'not-stored',
          message: `It could not be stored: ${error.message}`,
        }
      log.error(
        { err: error, centre: from.centre.id },
        'An item of a monitoring centre could not be recorded',
      )
      return {
        id,
        result: 'not-stored',
        error: 'internal',
        message: 'The hub failed on this item; its log says why',
      }
    }
  }

  return {
    /** What became of each item, in order, once all that is stored is durable. Never rejects. */
    async take({ centre, address, key, items }: Batch): Promise<ItemResult[]> {
      const from = { centre, sender: centreSender(centre, address) }
      const results = await Promise.all(
        await begun(items, (raw, at) => answer(raw, idOf(raw, key, at), from)),
      )
      for (const { result } of results) counter.inc({ centre: centre.id, result })
      return results
    },
  }
}
export type CentreIntake = ReturnType<typeof createCentreIntake>

/** Begins the items in order, some of them in each turn of the event loop. */
async function begun<Result>(
  items: readonly unknown[],
  begin: (item: unknown, at: number) => Promise<Result>,
): Promise<readonly Promise<Result>[]> {
  const under: Promise<Result>[] = []
  for (const [at, item] of items.entries()) {
    if (at > 0 && at % inOneTurn === 0) await new Promise((next) => setImmediate(next))
    under.push(begin(item, at))
  }
  return under
}

/**
 * The item as text. If it is nested too deeply to be written again, its nested parts are left out.
 */
function bytesOf(raw: unknown): Uint8Array {
  try {
    return itemBytes(raw)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const plain = Object.entries(raw ?? {}).filter(([, value]) => typeof value !== 'object')
    return itemBytes(Object.fromEntries(plain))
  }
}

/** Whether an entry is about this very signal, and not an earlier one under the same id. */
const tells = ({ data }: Entry, { signalId }: Signal): boolean =>
  'signalId' in data && data.signalId === signalId

/**
 * The centre, not the panel, says that the panel cannot be reached: that must not count as hearing
 * the panel.
 */
const saysSilent = (signal: Signal): boolean =>
  signal.class === 'trouble' && signal.kind === 'communication'

function known<Value>(value: Value | null): Value {
  if (value === null) throw new Error('The entries of an item tell of no signal')
  return value
}

interface From {
  readonly centre: Centre
  readonly sender: Sender
}
