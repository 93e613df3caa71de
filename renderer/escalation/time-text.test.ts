import { describe, expect, it } from 'vitest'
import { hour, minute, second } from '../../shared/lang/instant'
import { timeFrom, timeText } from './time-text'

describe('A time of escalation', () => {
  it.each([
    ['0:30', 30 * second],
    ['12:00', 12 * minute],
    ['1:00:00', hour],
    ['', null],
  ])('typed as "%s" is read, and written the same', (text, ms) => {
    expect(timeFrom(text)).toBe(ms)
    expect(timeText(ms)).toBe(text)
  })
  it.each(['30', '1:75', 'soon', '-1:00'])('is not %s', (text) =>
    expect(timeFrom(text)).toBeUndefined(),
  )
})
