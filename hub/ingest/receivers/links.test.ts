import { describe, expect, it } from 'vitest'
import { parseReceiverLinks } from './links'

const north = {
  id: 'north',
  name: 'North receiver',
  format: 'surgard',
  mode: 'dial',
  host: '10.0.0.5',
  port: 1025,
}
const read = (...links: readonly object[]) => parseReceiverLinks(JSON.stringify(links))
const refusal = (...links: readonly object[]) => {
  try {
    read(...links)
  } catch (error) {
    return (error as Error).message
  }
  return 'read'
}

describe('The file of receiver links', () => {
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
    [{ ...north, port: 70_000 }, /^Receiver link "North receiver": port: /],
    [{ ...north, port: 0 }, /^Receiver link "North receiver": port: must be more than 0 to dial$/],
    [
      { ...north, name: 'North\u202e' },
      /^Receiver link "North": name: characters that cannot be seen may not be in it$/,
    ],
    [{ ...north, name: '' }, /^Receiver link "north": name: must not be empty$/],
    [{ ...north, format: 'sia' }, /^Receiver link "North receiver": format: /],
    [{ ...north, id: 'a b' }, /^Receiver link "North receiver": id: an id of /],
    [
      { ...north, header: { receiver: 2, line: 9 } },
      /^Receiver link "North receiver": header.line: /,
    ],
    [
      { ...north, hearbeat: 30 },
      /^Receiver link "North receiver": hearbeat: is no field of a link$/,
    ],
    [
      { ...north, accountPrefix: 'xy' },
      /accountPrefix: must be 1 to 6 hexadecimal digits in capitals$/,
    ],
    [{ ...north, from: ['10.0.0.7'] }, /from: is for links that listen$/],
    [
      { ...north, mode: 'listen', from: ['everybody'] },
      /^Receiver link "North receiver": from.0: /,
    ],
    [{ ...north, name: undefined }, /^Receiver link "north": name: is needed$/],
    [{ ...north, port: undefined }, /^Receiver link "North receiver": port: is needed$/],
    [{ ...north, port: '1025' }, /^Receiver link "North receiver": port: .*expected number/],
    [{ ...north, mode: undefined }, /^Receiver link "North receiver": mode: is needed$/],
    [{ format: 'surgard' }, /^Receiver link no. 1: id: is needed$/],
    [[], /^Receiver link no. 1: the link: /],
  ])('is refused with a sentence that names link and field: %j', (link, sentence) =>
    expect(refusal(link)).toMatch(sentence),
  )

  it('names what two links have in common and must not', () => {
    const listening = { ...north, mode: 'listen', host: '0.0.0.0' }
    expect(refusal(north, { ...north, name: 'Another' })).toBe(
      'Receiver link "Another": id: is used by two links',
    )
    expect(refusal(listening, { ...listening, id: 'b', name: 'Another' })).toBe(
      'Receiver link "Another": port: is listened on by another link',
    )
    expect(refusal(north, { ...north, id: 'b' })).toBe('read')
  })

  it('is a list', () => {
    expect(() => parseReceiverLinks('{}')).toThrow('The receiver links must be a list')
    expect(() => parseReceiverLinks('[')).toThrow('The receiver links are no JSON')
  })
})
