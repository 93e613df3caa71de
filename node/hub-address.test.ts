import { describe, expect, it } from 'vitest'
import { parseHubAddress } from './hub-address'

describe("A hub's address", () => {
  it.each([
    ['http://127.0.0.1:7410', 'http://127.0.0.1:7410'],
    ['http://localhost:7410/', 'http://localhost:7410'],
    ['http://[::1]:7410', 'http://[::1]:7410'],
    ['https://hub.example:7410/path', 'https://hub.example:7410'],
  ])('is read from %s', (text, origin) => {
    expect(parseHubAddress(text)).toBe(origin)
  })
  it.each([
    'http://10.20.0.4:7410',
    'http://hub.example',
    'http://127.0.0.1.example',
    'http://0.0.0.0:7410',
    'http://[::ffff:10.0.0.1]:7410',
    'http://127.0.0.1@hub.example',
  ])('in clear text is refused beyond this machine, with what to do: %s', (text) => {
    expect(() => parseHubAddress(text)).toThrow(
      /would send passwords in the clear.*give https:\/\//,
    )
  })
  it.each(['hub', 'ftp://127.0.0.1', ''])('is refused when it is none: %j', (text) => {
    expect(() => parseHubAddress(text)).toThrow(
      '--hub takes an address such as https://hub.example:7410',
    )
  })
})
