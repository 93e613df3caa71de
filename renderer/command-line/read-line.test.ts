import { describe, expect, it } from 'vitest'
import { completionsOf } from './complete-line'
import { type LineWords, readLine, type Vocabulary } from './read-line'

const command = (id: string, words: string[], more: Partial<LineWords> = {}): LineWords => ({
  ...{ id, words, takes: [], may: [] },
  ...more,
})
const team = (callSign: string) => ({ id: callSign.toLowerCase(), callSign })

const vocabulary: Vocabulary = {
  commands: [
    command('acknowledge', ['ack', 'qabul', 'принять']),
    command('dispatch', ['d', 'yubor'], { may: ['team'] }),
    command('on-scene', ['os'], { takes: ['team'] }),
    command('recall', ['x'], { takes: ['team', 'text'] }),
    command('close', ['close', 'c'], { takes: ['disposition'], may: ['text'] }),
    command('step', ['s']),
    command('note', ['note', 'заметка'], { takes: ['text'] }),
  ],
  teams: ['Q-01', 'Q-10', 'Q-11', 'K-10', 'Бургут-3'].map(team),
  dispositions: 7,
}
const read = (line: string) => readLine(line, vocabulary)
const lines = (line: string) => completionsOf(line, vocabulary).map(({ line: to }) => to)

describe('A command line', () => {
  it('is ready once it names a command and all that the command takes', () => {
    expect(read('ack')).toMatchObject({ state: 'ready', id: 'acknowledge', teamId: null })
    expect(read(' d ')).toMatchObject({ state: 'ready', id: 'dispatch', teamId: null })
    expect(read('os q10')).toMatchObject({ state: 'ready', id: 'on-scene', teamId: 'q-10' })
    expect(read('close 3')).toMatchObject({ state: 'ready', id: 'close', disposition: 2, text: '' })
    expect(read('close 3 rain on the sensor')).toMatchObject({ text: 'rain on the sensor' })
    expect(read('x Q-10 guard cleared it')).toMatchObject({
      teamId: 'q-10',
      text: 'guard cleared it',
    })
    expect(read('note  smoke on roof, 2nd floor ')).toMatchObject({
      text: 'smoke on roof, 2nd floor',
    })
  })

  it('takes a call sign with or without its hyphen, its zeros and a space', () => {
    for (const sign of ['q10', 'Q-10', 'q 10', 'q-10'])
      expect(read(`os ${sign}`), sign).toMatchObject({ state: 'ready', teamId: 'q-10' })
    for (const sign of ['q1', 'Q01', 'q-01', 'q 1', '1', '01'])
      expect(read(`os ${sign}`), sign).toMatchObject({ state: 'ready', teamId: 'q-01' })
  })

  it('takes words and call signs in any script', () => {
    expect(read('ПРИНЯТЬ')).toMatchObject({ id: 'acknowledge' })
    expect(read('қабул')).toMatchObject({ id: 'acknowledge' })
    expect(read('юбор burgut3')).toMatchObject({ id: 'dispatch', teamId: 'бургут-3' })
  })

  it('means the same keys when it is typed with a Cyrillic keyboard', () => {
    expect(read('фсл')).toMatchObject({ state: 'ready', id: 'acknowledge' })
    expect(read('в й10')).toMatchObject({ state: 'ready', id: 'dispatch', teamId: 'q-10' })
    // Where `c` is, not what it sounds like.
    expect(read('с 3')).toMatchObject({ id: 'close', disposition: 2 })
    expect(read('тщеу дым на крыше')).toMatchObject({ id: 'note', text: 'дым на крыше' })
  })

  it('is never guessed at: what is unknown, ambiguous, missing or too much is said', () => {
    expect(read('')).toEqual({ state: 'empty' })
    expect(read('dd q10')).toEqual({ state: 'no-such-word', word: 'dd' })
    expect(read('not')).toEqual({ state: 'no-such-word', word: 'not' })
    expect(read('os')).toEqual({ state: 'missing', id: 'on-scene', argument: 'team' })
    expect(read('os q99')).toEqual({ state: 'no-such-team', id: 'on-scene', team: 'q99' })
    expect(read('d 10')).toMatchObject({
      state: 'several-teams',
      teams: [{ id: 'q-10' }, { id: 'k-10' }],
    })
    expect(read('x q10')).toEqual({ state: 'missing', id: 'recall', argument: 'text' })
    expect(read('close')).toEqual({ state: 'missing', id: 'close', argument: 'disposition' })
    expect(read('close 8')).toEqual({ state: 'no-such-cause', id: 'close', cause: '8' })
    expect(read('close rain')).toEqual({ state: 'no-such-cause', id: 'close', cause: 'rain' })
    expect(read('ack now')).toEqual({ state: 'surplus', id: 'acknowledge', text: 'now' })
    expect(read('d q10 q11')).toEqual({ state: 'surplus', id: 'dispatch', text: 'q11' })
  })

  it('is completed word by word, and a text is not', () => {
    expect(lines('')).toHaveLength(vocabulary.commands.length)
    expect(lines('c')[0]).toBe('c ')
    expect(lines('no')).toEqual(['note '])
    expect(lines('зам')).toEqual(['заметка '])
    expect(lines('тще')).toEqual(['note '])
    expect(lines('os q1')).toEqual(['os Q-01', 'os Q-10', 'os Q-11'])
    expect(lines('d q10')).toEqual(['d Q-10'])
    expect(lines('x k')).toEqual(['x K-10 '])
    expect(lines('close ')).toHaveLength(7)
    expect(lines('note smoke')).toEqual([])
    expect(lines('x q10 be')).toEqual([])
  })

  it('is understood once it was completed', () => {
    for (const line of [...lines('os '), ...lines('d '), ...lines('close ')])
      expect(read(line), line).toMatchObject({ state: 'ready' })
  })
})
