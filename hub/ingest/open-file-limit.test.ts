import { describe, expect, it } from 'vitest'
import { connectionsAllowed } from './open-file-limit'

const table =
  'Limit                     Soft Limit           Hard Limit           Units\nMax open files            4096                 524288               files\n'

describe('The connections a listener may hold', () => {
  it('leave files for the journal and the consoles', () => {
    expect(connectionsAllowed(20_000, () => table)).toBe(3_096)
    expect(connectionsAllowed(500, () => table)).toBe(500)
  })
  it('are as many as wanted where the system tells no limit', () => {
    expect(connectionsAllowed(20_000, () => '')).toBe(20_000)
    expect(connectionsAllowed(20_000, () => 'Max open files unlimited')).toBe(20_000)
  })
})
