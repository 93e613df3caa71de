import { describe, expect, it } from 'vitest'
import { parseOptions } from './options'

describe('the command line', () => {
  it('takes every option', () => {
    const text =
      '--dc09 127.0.0.1:5001 --http http://127.0.0.1:8080 --rate 0.5 --polls 2 --seconds 3 --sites 10 --teams 6 --seed 9 --car-speed 80 --connections 4 --alarm-share 1 --json'
    expect(parseOptions(text.split(' '))).toEqual({
      dc09: { host: '127.0.0.1', port: 5001 },
      http: 'http://127.0.0.1:8080',
      rate: 0.5,
      polls: 2,
      alarmShare: 1,
      seconds: 3,
      sites: 10,
      teams: 6,
      seed: 9,
      carSpeed: 80,
      connections: 4,
      quiet: true,
    })
  })
  it('runs calmly and without end by default', () => {
    expect(parseOptions(['--dc09', '[::1]:5001'])).toMatchObject({
      dc09: { host: '::1', port: 5001 },
      http: null,
      rate: 0.2,
      seconds: null,
      sites: null,
      teams: 48,
      quiet: false,
    })
  })
  it.each([
    [[], 'Give --dc09, --http or both'],
    [['--dc09', 'localhost'], '--dc09 wants HOST:PORT'],
    [['--dc09', 'localhost:99999'], '--dc09 wants HOST:PORT'],
    [['--http', 'localhost:80'], '--http wants an address'],
    [['--dc09', 'a:1', '--rate', 'fast'], '--rate wants a number'],
    [['--dc09', 'a:1', '--rate', '-1'], 'argument'],
    [['--dc09', 'a:1', '--teams', '1.5'], '--teams wants a whole number'],
    [['--dc09', 'a:1', '--nonsense'], 'nonsense'],
  ])('says what is wrong with %j', (args, words) => {
    expect(() => parseOptions(args)).toThrow(words)
  })
})
