import { describe, expect, it } from 'vitest'
import { isLoopback } from '../node/is-loopback'
import { foreignHost, foreignPage } from './loopback'

describe('This machine', () => {
  it.each(['127.0.0.1', '127.8.8.8', 'localhost', '::1', '[::1]'])('is %s', (host) => {
    expect(isLoopback(host)).toBe(true)
  })
  it.each(['0.0.0.0', '::', '10.0.0.5', 'hub.example', '127.0.0.1.example', ''])(
    'is not %j',
    (host) => {
      expect(isLoopback(host)).toBe(false)
    },
  )
})

describe('A request to a hub of this machine', () => {
  it.each(['localhost', 'LOCALHOST:7410', '127.0.0.1:7410', '127.1.2.3', '[::1]:7410', undefined])(
    'is answered when it names %s',
    (host) => expect(foreignHost({ host })).toBeNull(),
  )
  it.each([
    'rebound.example:7410',
    '127.0.0.1.rebound.example',
    '192.168.1.5:7410',
    'localhost:7410:80',
    '',
  ])('is not answered when it names %j', (host) =>
    expect(foreignHost({ host })?.error).toBe('wrong-host'),
  )
})

describe('A socket', () => {
  it('is opened for programs, and for pages of the hub itself', () => {
    expect(foreignPage({ host: '127.0.0.1:7410' })).toBeNull()
    expect(foreignPage({ host: '127.0.0.1:7410', origin: 'http://127.0.0.1:7410' })).toBeNull()
  })
  it.each([
    ['a page from elsewhere', 'http://elsewhere.example', '127.0.0.1:7410'],
    [
      'a page whose name resolves to this machine',
      'http://rebound.example:7410',
      'rebound.example:7410',
    ],
    ['another program of this machine', 'http://127.0.0.1:3000', '127.0.0.1:7410'],
    ['a file', 'null', '127.0.0.1:7410'],
  ])('is not opened for %s', (_who, origin, host) => {
    expect(foreignPage({ origin, host })?.error).toBe('foreign-page')
  })
})
