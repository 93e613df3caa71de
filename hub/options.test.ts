import { describe, expect, it } from 'vitest'
import { parseHubOptions } from './options'

describe("The hub's command line", () => {
  it('needs a data directory only', () =>
    expect(parseHubOptions(['--data', 'd'])).toEqual({
      data: 'd',
      host: '127.0.0.1',
      httpPort: 7410,
      dc09Port: 7411,
      demo: false,
      foundAnew: false,
      maxJournalBytes: null,
    }))

  it('is read whole', () =>
    expect(
      parseHubOptions(
        '--data=d --host 0.0.0.0 --http-port 0 --dc09-port 9 --demo --max-journal-mb 1.5'.split(
          ' ',
        ),
      ),
    ).toEqual({
      data: 'd',
      host: '0.0.0.0',
      httpPort: 0,
      dc09Port: 9,
      demo: true,
      foundAnew: false,
      maxJournalBytes: 1_572_864,
    }))

  it.each([
    [[], '--data: say where to keep the data'],
    [['--data', 'd', '--http-port', 'x'], '--http-port: must be a number'],
    [['--data', 'd', '--dc09-port', '70000'], '--dc09-port: '],
    [['--data', 'd', '--max-journal-mb', '0'], '--max-journal-mb: must be more than 0'],
    [
      ['--data', 'd', '--database-url', 'postgres://x'],
      '--database-url: PostgreSQL is not available yet',
    ],
    [['--data', 'd', '--colour'], '--colour'],
  ])('%j is refused in words', (args, sentence) =>
    expect(() => parseHubOptions(args)).toThrow(sentence),
  )
})
