import { describe, expect, it } from 'vitest'
import { parseBootstrapAdmin } from './bootstrap-admin'
import { assertDemoIsLocal } from './demo-users'

describe('a demo hub', () => {
  it.each(['127.0.0.1', '127.8.8.8', 'localhost', '::1', '[::1]'])('may listen on %s', (host) => {
    expect(() => assertDemoIsLocal(host)).not.toThrow()
  })
  it.each(['0.0.0.0', '::', '10.0.0.5', 'hub.example', '127.0.0.1.example', ''])(
    'does not start on %s',
    (host) => {
      expect(() => assertDemoIsLocal(host)).toThrow(/listens on this machine only/)
    },
  )
})

describe('the first administrator', () => {
  it('is read from name:password, colons in the password included', () => {
    expect(parseBootstrapAdmin('Admin:se:cret:word')).toEqual({
      username: 'admin',
      name: 'Admin',
      role: 'admin',
      password: 'se:cret:word',
    })
  })
  it.each([
    ['admin', 'a password needs at least 8 characters'],
    ['admin:short', 'a password needs at least 8 characters'],
    [':long enough', 'a name of 1 to 40 letters'],
  ])('is refused as %j, naming the variable and the reason', (text, reason) => {
    expect(() => parseBootstrapAdmin(text)).toThrow(
      `NAVBATCHI_BOOTSTRAP_ADMIN must be name:password: ${reason}`,
    )
  })
})
