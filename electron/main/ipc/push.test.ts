import { expect, it } from 'vitest'
import { pushTo } from './push'

it('says so when no window was there to hear a push', () =>
  expect(pushTo({ live: () => [] })('pending', [])).toBe(false))
