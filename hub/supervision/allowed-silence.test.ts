import { expect, it } from 'vitest'
import { allowedSilence, inWords } from './allowed-silence'

it.each([
  [10, 30],
  [30, 90],
  [200, 600],
  [300, 900],
  [3_600, 4_200],
  [86_400, 87_000],
  [604_800, 605_400],
])('An account expected every %i s may be silent for %i s', (interval, allowed) =>
  expect(allowedSilence(interval)).toBe(allowed),
)

it.each([
  [91, '91 s'],
  [120, '2 min'],
  [3_600, '60 min'],
  [87_001, '24 h'],
])('%i s are told as %s', (seconds, words) => expect(inWords(seconds)).toBe(words))
