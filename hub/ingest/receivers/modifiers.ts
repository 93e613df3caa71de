import { siaNumbers } from '../../../shared/codes/sia-numbers'
import type { SignalEvent } from '../../../shared/dc09/signal'
import { second } from '../../../shared/lang/instant'
import type { Clock } from '../../../shared/timeline/clock-port'

/**
 * How long before its event line a modifier may come, ms: they are sent at once, one answer apart.
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

/** Holds the modifiers of the account that a receiver line is currently reporting. */
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
      // A panel sends a handful; more belong to another event.
      held = { account, values, lines: [...(before?.lines ?? []), line].slice(-8), at: clock.now() }
    },
    /**
     * Adds the modifiers of the account to the events of a line, and puts their lines before it.
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
 * An event that names only one number is read again: what the number means depends on the
 * modifiers.
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
