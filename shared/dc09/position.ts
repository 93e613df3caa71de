import type { Place } from '../geo/place'
import type { ExtendedField } from './frame'

/**
 * Degrees, hemisphere, decimal minutes (`006E07.7777`, `49N06.6666`), or plain decimal degrees;
 * both occur, also in small letters.
 */
const sexagesimal = /^(\d{1,3})([NSEW])(\d{1,2}(?:\.\d+)?)$/
const decimal = /^[+-]?\d{1,3}(?:\.\d+)?$/

/**
 * The sender's position (fields X and Y); null when one is missing, out of range or not understood.
 * Never guessed.
 */
export function readPosition(extended: readonly ExtendedField[]): Place | null {
  const lon = degrees(extended, 'X', 'EW', 180)
  const lat = degrees(extended, 'Y', 'NS', 90)
  // A device without a position sends zero and zero.
  return lon === null || lat === null || (lon === 0 && lat === 0) ? null : { lon, lat }
}

function degrees(
  extended: readonly ExtendedField[],
  letter: string,
  hemispheres: string,
  limit: number,
): number | null {
  const sent = extended.find((field) => field.letter === letter)?.text ?? ''
  const text = sent.trim().toUpperCase()
  const value = decimal.test(text) ? Number(text) : fromSexagesimal(text, hemispheres)
  return value === null || Math.abs(value) > limit ? null : value
}

function fromSexagesimal(text: string, hemispheres: string): number | null {
  const [, whole = '', hemisphere = '', minutes = ''] = sexagesimal.exec(text) ?? []
  if (hemisphere === '' || !hemispheres.includes(hemisphere) || Number(minutes) >= 60) return null
  const value = Number(whole) + Number(minutes) / 60
  return hemisphere === 'W' || hemisphere === 'S' ? -value : value
}
