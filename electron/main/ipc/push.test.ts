import type { BrowserWindow } from 'electron'
import { expect, it } from 'vitest'
import { pushTo } from './push'

it('A push says so when no window was there to hear it', () =>
  expect(pushTo({ live: () => [] })('unit-1')('pending', [])).toBe(false))

it('A push names the unit it is of', () => {
  const sent: unknown[] = []
  const webContents = { send: (...told: unknown[]) => sent.push(told) }
  const push = pushTo({ live: () => [{ webContents } as unknown as BrowserWindow] })
  expect(push('unit-2')('clock', { offset: 3 })).toBe(true)
  expect(sent).toEqual([['navbatchi:push:clock', 'unit-2', '{"offset":3}']])
})
