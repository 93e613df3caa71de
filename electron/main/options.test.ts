import { describe, expect, it } from 'vitest'
import { readOptions } from './options'

const plain = {
  hub: null,
  trust: { ca: null, pin: null },
  data: null,
  httpPort: 7410,
  dc09Port: 7411,
  demoTeams: null,
  demoSites: null,
  screenshot: null,
  language: null,
}

describe('the command line', () => {
  it('may be silent: then the console runs a hub of its own on its usual ports', () =>
    expect(readOptions(['/opt/electron', '.'])).toEqual(plain))
  it('is read among the switches of Electron and Chromium', () =>
    expect(
      readOptions([
        'electron',
        '--no-sandbox',
        '--remote-debugging-port=0',
        '.',
        '--data',
        '/d',
        '--http-port=0',
        '--inspect=0',
      ]),
    ).toEqual({ ...plain, data: '/d', httpPort: 0 }))
  it('takes every option in both spellings', () =>
    expect(
      readOptions(
        '. --hub=https://hub.example:7410/ --dc09-port 0 --screenshot a.png --demo-teams 300 --demo-sites 38000 --language uz-Cyrl'.split(
          ' ',
        ),
      ),
    ).toEqual({
      ...plain,
      hub: 'https://hub.example:7410',
      dc09Port: 0,
      demoTeams: 300,
      demoSites: 38_000,
      screenshot: 'a.png',
      language: 'uz-Cyrl',
    }))
  it.each([
    ['--hub ftp://x', 'http'],
    ['--hub nonsense', 'http'],
    ['--hub http://10.20.0.4:7410', 'would send passwords in the clear'],
    ['--hub-pin ab', 'give --hub with https://'],
    ['--hub https://hub.example --hub-pin ab', '64 hexadecimal digits'],
    ['--hub https://hub.example --hub-ca /nowhere/ca.pem', '/nowhere/ca.pem cannot be read'],
    ['--hub https://hub.example --hub-ca package.json', 'no certificate (PEM) in package.json'],
    ['--http-port abc', 'whole number'],
    ['--http-port 70000', 'whole number'],
    ['--http-port', 'whole number'],
    ['--data --no-sandbox', 'needs a value'],
    ['--language klingon', 'uz-Latn'],
    ['--demo-teams none', 'whole number'],
  ])('answers %s with a sentence', (words, told) =>
    expect(readOptions(words.split(' '))).toContain(told),
  )
})
