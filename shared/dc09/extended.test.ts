import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeFrame } from './decode-frame'
import { encodeFrame } from './encode'
import { readExtended } from './extended'
import type { ExtendedField } from './frame'
import { readPosition } from './position'
import { readSignals } from './signal'

const fields = (...texts: string[]): ExtendedField[] =>
  texts.map((text) => ({ letter: text.slice(0, 1), text: text.slice(1) }))
const eventsOf = (token: string, data: string, ...texts: string[]) => {
  const message = { token, sequence: '0001', receiver: null, prefix: '0', account: '1234', data }
  const frame = decodeFrame(encodeFrame({ ...message, extended: fields(...texts) }))
  const reading = frame.kind === 'frame' ? readSignals(frame) : null
  return reading?.kind === 'signals' ? reading.events : []
}

describe('Extended fields', () => {
  it('say when it happened (H), in words what (I), where (X, Y) and what shows it (V)', () => {
    const [event] = eventsOf(
      'ADM-CID',
      '#1234|1130 01 003',
      'H10:00:00,11-22-2026',
      'IVault',
      'X069E16.8',
      'Y41N18.6',
      'V https://pictures.example/1.jpg,https://pictures.example/2.jpg ',
    )
    expect(event).toMatchObject({
      occurredAt: Date.UTC(2026, 10, 22, 10),
      text: 'Vault',
      verification: 'https://pictures.example/1.jpg,https://pictures.example/2.jpg',
      extended: [],
    })
    expect(event?.position?.lon).toBeCloseTo(69.28, 9)
    expect(event?.position?.lat).toBeCloseTo(41.31, 9)
  })
  it('of other letters are kept in their order, a control character as a space', () =>
    expect(
      eventsOf('SIA-DCS', '#1234|NBA1', 'Z430', 'Qwhat\x00ever', 'z', 'M0026B9E4268B')[0]?.extended,
    ).toEqual(fields('Z430', 'Qwhat ever', 'z', 'M0026B9E4268B')))
  it('that cannot be read are kept as they came', () => {
    const unread = fields('H25:00:00,11-22-2026', 'X181.0', 'Y41.3', 'I', 'V')
    expect(readExtended(unread)).toEqual({
      occurredAt: null,
      text: null,
      position: null,
      verification: null,
      wrong: [
        { field: 'occurredAt', why: 'not-understood', sent: '25:00:00,11-22-2026' },
        { field: 'position', why: 'not-understood', sent: '181.0 41.3' },
      ],
      rest: unread,
    })
  })
  it('are shown with the words of the event itself, each once', () => {
    expect(eventsOf('SIA-DCS', '#1234|NBA1^Hall^', 'IGlass broken')[0]?.text).toBe(
      'Hall · Glass broken',
    )
    expect(eventsOf('SIA-DCS', '#1234|NBA1^Hall^', 'IHall')[0]?.text).toBe('Hall')
  })
  it('belong to every event of the frame', () =>
    expect(
      eventsOf('SIA-DCS', '#1234|NBA1/BA2', 'IHall', 'V x').map(({ verification }) => verification),
    ).toEqual(['x', 'x']))
  it('sent more than once are joined (V), or the others kept', () =>
    expect(readExtended(fields('Va', 'Vb', 'Ione', 'Itwo'))).toMatchObject({
      verification: 'a,b',
      text: 'one',
      rest: fields('Itwo'),
    }))
  it('in UTF-8 are read as such', () =>
    expect(readExtended(fields('I\xd0\x97\xd0\xb0\xd0\xbb')).text).toBe('Зал'))
  it('never cost the event, whatever is in the brackets', () =>
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary-ascii', maxLength: 12 }), { maxLength: 30 }),
        fc.boolean(),
        (texts, cid) => {
          const found = eventsOf(
            cid ? 'ADM-CID' : 'SIA-DCS',
            cid ? '#1234|1130 01 003' : '#1234|NBA003',
            ...texts,
          )
          expect(found[0]).toMatchObject({ code: cid ? '130' : 'BA', zone: '003' })
          expect(found[0]?.extended.length).toBeLessThanOrEqual(20)
        },
      ),
    ))
  it('are no longer than the journal holds', () => {
    const reading = readExtended(fields(`V${'v'.repeat(3000)}`, `Q${'q'.repeat(3000)}`))
    expect([reading.verification?.length, reading.rest[0]?.text.length]).toEqual([1000, 500])
  })
})

describe('A position', () => {
  const at = (x: string, y: string) => readPosition(fields(`X${x}`, `Y${y}`))
  it('is in degrees and minutes, or in decimal degrees', () => {
    expect(at('006W30.0', '49S06.0')).toEqual({ lon: -6.5, lat: -49.1 })
    expect(at('-5.9699', '52.21')).toEqual({ lon: -5.9699, lat: 52.21 })
    expect(at(' 069e30.0', '041n18.0 ')).toEqual({ lon: 69.5, lat: 41.3 })
  })
  it.each([
    ['181', '10'],
    ['006N07.7', '49N06.6'],
    ['006E60.0', '49N06.6'],
    ['180E00.1', '49N06.6'],
    ['69,28', '41,31'],
    ['000E00.000', '00N00.000'],
    ['0', '0.0'],
    ['', ''],
  ])('%s, %s is none', (x, y) => expect(at(x, y)).toBeNull())
  it('is none when half of it is missing', () => expect(readPosition(fields('X6.1'))).toBeNull())
})
