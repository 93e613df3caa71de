import { clockTime } from '../../../shared/lang/clock-time'
import { because, type Refusal, sentence } from '../../../shared/lang/decision'
import { saidOf } from '../../../shared/lang/said-error'
import type { Welcome } from '../../../shared/wire/console-feed'

/*
 * What is said of the link: a code and values for the screen, English for the log. What the system
 * says of a connection is no sentence of ours and stays a value.
 */

const within = (why: Refusal, cut: boolean): Refusal => {
  const lead = cut ? 'The connection to the hub was cut' : 'The hub cannot be reached'
  const text = `${lead} (${why.text})`
  if (why.code !== 'system-says') return { ...why, text }
  return { code: cut ? 'link-cut' : 'hub-away', params: { reason: why.text }, text }
}

export const cutOff = (why: Refusal): Refusal => within(why, true)
export const notReached = (why: Refusal): Refusal => within(why, false)

export const silentSince = (last: number): Refusal =>
  sentence('hub-silent', 'The hub has been silent since {time}', { time: clockTime(last) })

export const noAnswer = sentence('hub-no-answer', 'The hub does not answer')

export const anotherUnit = ({ unit }: Welcome, had: string): Refusal =>
  sentence(
    'another-unit',
    'This address now serves another unit, {name} ({id}); the room here is of {had}. ' +
      'Start the console with a data directory of its own for that unit (--data).',
    { name: unit.name, id: unit.id, had },
  )

export const journalDiffers = sentence(
  'journal-differs',
  "The hub's journal and this console's copy of it differ in what they say of the past. One of them was changed or " +
    'replaced: check both with "npm run verify" before going on.',
)

export const roomNotFolded = (error: unknown): Refusal =>
  because('room-not-folded', '{reason}', saidOf(error))
