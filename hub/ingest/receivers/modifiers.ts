import { siaNumbers } from '../../../shared/codes/sia-numbers'
import type { SignalEvent } from '../../../shared/dc09/signal'
import { second } from '../../../shared/lang/instant'
import type { Clock } from '../../../shared/timeline/clock-port'

/**
 * How long a modifier may stand before the line it belongs to, ms: they are sent at once, an answer
 * apart.
 */
const inForce = 10 * second

/** In SIA protocol 1 the area and the user of an event come in lines of their own, before it. */
interface Modifiers {
  readonly account: string
  readonly values: ReadonlyMap<string, string>
  /** Their lines, which belong to the event's as received. */
  readonly lines: readonly Uint8Array[]
  readonly at: number
}

/** Holds the modifiers of the account a receiver line speaks of just now. */
export function createModifiers(clock: Clock) {
  let held: Modifiers | null = null
  const of = (account: string) =>
    held !== null && held.account === account && clock.now() - held.at < inForce ? held : null
  return {
    note(
      {
        account,
        name,
        value,
      }: { readonly account: string; readonly name: string; readonly value: string },
      line: Uint8Array,
    ) {
      const before = of(account)
      const values = new Map([...(before?.values ?? []), [name, value]])
      // A panel has a handful; more are another event's.
      held = { account, values, lines: [...(before?.lines ?? []), line].slice(-8), at: clock.now() }
    },
    /**
     * The events of a line with what its account's modifiers say of them, and the line with theirs
     * before it.
     */
    apply(account: string, events: readonly SignalEvent[], line: Uint8Array) {
      const mine = of(account)
      held = mine
      if (mine === null || !events.every((event) => event.table === 'sia'))
        return { events, bytes: line }
      const { values, lines } = mine
      return {
        events: events.map((event) => ({
          ...event,
          ...withModifiers(event, { area: given(values.get('ri')), user: given(values.get('id')) }),
        })),
        bytes: Buffer.concat([...lines, line]),
      }
    },
  }
}

/**
 * An event that names one number only is read anew: what it names depends on what the modifiers
 * name.
 */
function withModifiers(
  event: SignalEvent,
  said: { readonly area: string | null; readonly user: string | null },
) {
  const { partition, zone, user } = event
  const numbers = [partition, zone, user].filter((number) => number !== null)
  if (numbers.length <= 1) return siaNumbers(event.code, numbers[0] ?? null, said)
  return { partition: partition ?? said.area, user: user ?? said.user }
}

const given = (digits = ''): string | null => (/^0*$/.test(digits) ? null : digits)
