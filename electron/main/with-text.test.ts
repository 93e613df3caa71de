import { expect, it } from 'vitest'
import { withText } from './with-text'

it('A text that is made already becomes a member of an answer', () =>
  expect(JSON.parse(withText('room', '{"a":1}', { at: 5, positions: [] }))).toEqual({
    room: { a: 1 },
    at: 5,
    positions: [],
  }))
