import { describe, expect, it } from 'vitest'
import { chosenHub } from './choose-hub'

describe('The address of a hub that an officer types', () => {
  it.each([
    ['https://hub.example:7410/', 'https://hub.example:7410'],
    ['http://127.0.0.1:7410', 'http://127.0.0.1:7410'],
    ['http://[::1]:7410', 'http://[::1]:7410'],
  ])('is taken by its origin: %s', (text, origin) => expect(chosenHub(text)).toBe(origin))

  it.each([
    ['', 'hub-no-address'],
    ['hub.example', 'hub-no-address'],
    ['ftp://hub.example', 'hub-no-address'],
    ['http://hub.example:7410', 'hub-in-the-clear'],
    ['http://10.20.0.4:7410', 'hub-in-the-clear'],
  ])('is refused in words: %s', (text, code) => expect(chosenHub(text)).toMatchObject({ code }))
})
