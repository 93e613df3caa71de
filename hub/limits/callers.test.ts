import { describe, expect, it } from 'vitest'
import { createCallers } from './callers'

describe('Who may connect to a receiver line', () => {
  it('is anybody when no address is named', () => {
    expect(createCallers(undefined).admit('10.0.0.1')).toBeNull()
  })
  it('is who is named, however the address is written', () => {
    const { admit } = createCallers(['10.0.0.1', '2001:db8::1'])
    for (const same of ['10.0.0.1', '::ffff:10.0.0.1', '2001:0db8:0:0::1', '2001:db8::1%eth0'])
      expect([same, admit(same)]).toEqual([same, null])
    for (const other of ['10.0.0.2', '2001:db8::2', 'unknown'])
      expect(admit(other)).toEqual({ why: 'not-allowed', wait: 0 })
  })
})
