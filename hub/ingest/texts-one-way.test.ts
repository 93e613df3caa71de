import { describe, expect, it } from 'vitest'
import { cipherOf } from '../../node/aes'
import { bytesFromLatin1 } from '../../shared/dc09/bytes'
import { encodeFrame, encryptFrame, type Message } from '../../shared/dc09/encode'
import { plainLine } from '../../shared/sites/site'
import type { TextEncoding } from '../../shared/text/read-bytes'
import { type AccountKnowledge, admitFrame } from './dc09/admission'
import { readDetails } from './http/item-details'
import { formatOf } from './receivers/line-format'

const now = Date.UTC(2026, 10, 22, 12, 0, 0)
const cipher = cipherOf(bytesFromLatin1('0123456789ABCDEF'))

/**
 * A zone's name over each way in whose bytes are the sender's, for an account whose texts are said
 * to be of `encoding`.
 */
function everyWay(latin1: string, encoding?: TextEncoding): (string | null | undefined)[] {
  const line = { ...plainLine('A1B2'), ...(encoding && { textEncoding: encoding }) }
  const known: AccountKnowledge = {
    line: (account) => (account === 'A1B2' ? line : null),
    cipherOf: () => cipher,
  }
  const message: Message = {
    ...{
      token: 'SIA-DCS',
      sequence: '0001',
      receiver: null,
      prefix: '0',
      account: 'A1B2',
      timestamp: now,
    },
    data: `#A1B2|Nri1/BA012^${latin1}^`,
  }
  const frames = [
    encodeFrame(message),
    encodeFrame({
      ...message,
      data: '#A1B2|Nri1/BA012',
      extended: [{ letter: 'I', text: latin1 }],
    }),
    encryptFrame(message, cipher),
  ]
  const panels = frames.map((bytes) => {
    const judged = admitFrame(bytes, known, now)
    return judged.outcome === 'admitted' ? judged.events[0]?.text : judged.item.detail
  })
  const format = formatOf(
    { format: 'surgard', header: { receiver: 2, line: 1 }, accountPrefix: 'A1' },
    (account) => known.line(account)?.textEncoding,
  )
  const reading = format.read(bytesFromLatin1(`S011[#B2|Nri1BA12*"${latin1}"NM]\x14`))
  return [...panels, reading.kind === 'signals' ? reading.events[0]?.text : reading.kind]
}

const each = (text: string) => [text, text, text, text]

describe('A text is read alike over DC-09, plain and encrypted, and from a receiver', () => {
  it('in Windows-1252, and never holds a C1 control character', () =>
    expect(everyWay('T\xfcr S\xfcd \x96 Caf\xe9 \x80')).toEqual(each('Tür Süd – Café €')))

  it('in UTF-8 that the panel cut in the middle of a letter', () =>
    expect(everyWay('\xd0\x9a\xd0\xb0\xd0\xb1\xd0\xb8\xd0\xbd\xd0\xb5\xd1\x82 \xd0')).toEqual(
      each('Кабинет'),
    ))

  it('in the encoding its account is said to use', () => {
    expect(everyWay('\x91\xaa\xab\xa0\xa4', 'cp866')).toEqual(each('Склад'))
    expect(everyWay('\xd1\xea\xeb\xe0\xe4')).toEqual(each('Склад'))
  })

  it('with control characters as a space, as over HTTP', () => {
    const item = { account: 'A1B2', table: 'sia', code: 'BA', text: 'Door\x07\x1b[31m\0x' }
    expect([...everyWay('Door\x07\x1b[31m\0x'), readDetails(item, 0).details.text]).toEqual([
      ...each('Door [31m x'),
      'Door [31m x',
    ])
  })

  it('without what turns the direction of writing, as over HTTP', () => {
    const utf8 = Buffer.from('Склад \u202etxt.exe\u202c').toString('latin1')
    const item = { account: 'A1B2', table: 'sia', code: 'BA', text: 'Склад \u202etxt.exe\u202c' }
    expect([...everyWay(utf8), readDetails(item, 0).details.text]).toEqual([
      ...each('Склад txt.exe'),
      'Склад txt.exe',
    ])
  })
})

describe('What an officer reads of data nobody can read', () => {
  it('is text, not bytes', () => {
    const data = '\xca\xe0\xf1\xf1\xe0\x1b[2J'
    const frame = encodeFrame({
      token: 'ADM-CID',
      sequence: '0001',
      receiver: null,
      prefix: '0',
      account: '12',
      data,
    })
    const judged = admitFrame(frame, { line: () => null, cipherOf: () => null }, now)
    expect(judged).toMatchObject({ item: { detail: expect.stringContaining('Касса [2J') } })
  })
})
