import { siaAddressOf, siaRows } from './tables'

/** The modifiers of an event: its area (`ri`) and its user (`id`). */
export interface SaidBeside {
  readonly area: string | null
  readonly user: string | null
}

/**
 * Codes that name their area and whose further number is a person's: who armed, disarmed or typed.
 */
const ofPeople: ReadonlySet<string> = new Set(['arming', 'holdup', 'user'])

/**
 * What the number after a SIA code names. If a modifier already names that thing, the number keeps
 * its other meaning: `Nri1/NL501` is partition 1 and user 501.
 */
export function siaNumbers(code: string, number: string | null, { area, user }: SaidBeside) {
  const address = siaAddressOf(code)
  if (address === 'area') {
    const further = area === null || isSame(area, number) ? null : number
    const byUser = user === null && ofPeople.has(siaRows.get(code)?.category ?? '')
    return {
      partition: area ?? number,
      zone: byUser ? null : further,
      user: byUser ? further : user,
    }
  }
  if (address !== 'user') return { partition: area, zone: number, user }
  return {
    partition: area,
    zone: user === null || isSame(user, number) ? null : number,
    user: user ?? number,
  }
}

const isSame = (one: string, other: string | null): boolean =>
  other !== null && one.replace(/^0+/, '') === other.replace(/^0+/, '')
