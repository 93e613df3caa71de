import { describe, expect, it } from 'vitest'
import { parseReceiverLines } from './receiver-lines'

const north = {
  id: 'north',
  name: 'North receiver',
  format: 'surgard',
  mode: 'dial',
  host: '10.0.0.5',
  port: 1025,
}
const read = (...receiverLines: readonly object[]) =>
  parseReceiverLines(JSON.stringify(receiverLines))
const refusal = (...receiverLines: readonly object[]) => {
  try {
    read(...receiverLines)
  } catch (error) {
    return (error as Error).message
  }
  return 'read'
}

describe('The file of receiver lines', () => {
  it('says as little as it must', () =>
    expect(read(north)).toEqual([
      { ...north, header: { receiver: 2, line: 1 }, wait: 4, acknowledge: 'ack-nak' },
    ]))

  it('may say everything', () => {
    const south = {
      ...north,
      id: 'south',
      format: 'ademco-685',
      mode: 'listen',
      header: { receiver: 2, line: 3 },
      heartbeat: 30,
      wait: 9,
      acknowledge: 'none',
      accountPrefix: '02',
      from: ['10.0.0.7', '2001:db8::7'],
    }
    expect(read(north, south)[1]).toEqual(south)
  })

  it.each([
    [{ ...north, port: 70_000 }, /^Receiver line "North receiver": port: /],
    [{ ...north, port: 0 }, /^Receiver line "North receiver": port: must be more than 0 to dial$/],
    [
      { ...north, name: 'North\u202e' },
      /^Receiver line "North": name: characters that cannot be seen may not be in it$/,
    ],
    [{ ...north, name: '' }, /^Receiver line "north": name: must not be empty$/],
    [{ ...north, format: 'sia' }, /^Receiver line "North receiver": format: /],
    [{ ...north, id: 'a b' }, /^Receiver line "North receiver": id: an id of /],
    [
      { ...north, header: { receiver: 2, line: 9 } },
      /^Receiver line "North receiver": header.line: /,
    ],
    [
      { ...north, hearbeat: 30 },
      /^Receiver line "North receiver": hearbeat: is no field of a receiver line$/,
    ],
    [
      { ...north, accountPrefix: 'xy' },
      /accountPrefix: must be 1 to 6 hexadecimal digits in capitals$/,
    ],
    [{ ...north, from: ['10.0.0.7'] }, /from: is for receiver lines that listen$/],
    [
      { ...north, mode: 'listen', from: ['everybody'] },
      /^Receiver line "North receiver": from.0: /,
    ],
    [{ ...north, name: undefined }, /^Receiver line "north": name: is needed$/],
    [{ ...north, port: undefined }, /^Receiver line "North receiver": port: is needed$/],
    [{ ...north, port: '1025' }, /^Receiver line "North receiver": port: .*expected number/],
    [{ ...north, mode: undefined }, /^Receiver line "North receiver": mode: is needed$/],
    [{ format: 'surgard' }, /^Receiver line no. 1: id: is needed$/],
    [[], /^Receiver line no. 1: the line: /],
  ])(
    'is refused with a sentence that names receiver line and field: %j',
    (receiverLine, sentence) => expect(refusal(receiverLine)).toMatch(sentence),
  )

  it('names what two receiver lines have in common and must not', () => {
    const listening = { ...north, mode: 'listen', host: '0.0.0.0' }
    expect(refusal(north, { ...north, name: 'Another' })).toBe(
      'Receiver line "Another": id: is used by two receiver lines',
    )
    expect(refusal(listening, { ...listening, id: 'b', name: 'Another' })).toBe(
      'Receiver line "Another": port: is listened on by another receiver line',
    )
    expect(refusal(north, { ...north, id: 'b' })).toBe('read')
  })

  it('is a list', () => {
    expect(() => parseReceiverLines('{}')).toThrow('The receiver lines must be a list')
    expect(() => parseReceiverLines('[')).toThrow('The receiver lines are no JSON')
  })
})
