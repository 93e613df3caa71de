import { describe, expect, it } from 'vitest'
import { listenError } from './listen-error'

const wanted = { host: '10.0.0.9', port: 80, option: '--http-port' } as const

describe('A port that cannot be had', () => {
  it.each([
    [
      'EADDRINUSE',
      'port-in-use',
      'Port 80 is in use by another program; choose another with --http-port',
    ],
    [
      'EACCES',
      'port-not-allowed',
      'Port 80 may not be opened by this user; choose one above 1023 with --http-port',
    ],
    [
      'EADDRNOTAVAIL',
      'no-such-address',
      'This machine has no address 10.0.0.9; choose another with --host',
    ],
  ])('is explained (%s)', (code, said, sentence) => {
    const error = listenError(Object.assign(new Error(code), { code }), wanted)
    expect(error).toMatchObject({ message: sentence, said: { code: said, text: sentence } })
    expect(error).toBeInstanceOf(Error)
  })
  it('for a reason nobody can act on keeps its error', () => {
    const error = new Error('strange')
    expect(listenError(error, wanted)).toBe(error)
  })
})
