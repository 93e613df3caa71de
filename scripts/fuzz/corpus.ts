import { cipherOf } from '../../node/aes'
import { encode685Line, type Known685Line } from '../../shared/ademco685/line'
import type { Cipher } from '../../shared/dc09/cipher'
import { encodeFrame, encryptFrame, type Message } from '../../shared/dc09/encode'
import { encodeLine } from '../../shared/surgard/encode'
import type { KnownLine } from '../../shared/surgard/line'
import { frameVectors, vectorBytes, vectorKey } from '../../shared/testing/dc09-vectors'

/** A real frame and its key. */
export interface Sample {
  readonly bytes: Uint8Array
  readonly cipher: Cipher | null
}

const message: Message = {
  token: 'SIA-DCS',
  sequence: '0001',
  receiver: '1',
  prefix: '0',
  account: '1234',
  data: '#1234|Nri1/BA003/FA004^Hall^|AGlass',
  extended: [
    { letter: 'H', text: '12:34:50,11-22-2026' },
    { letter: 'I', text: 'Vault' },
    { letter: 'X', text: '069E16.8' },
    { letter: 'Y', text: '41N18.6' },
    { letter: 'V', text: 'https://pictures.example/1.jpg' },
  ],
  timestamp: Date.UTC(2026, 10, 22, 12, 34, 56),
}

/**
 * Every DC-09 vector except the one of four thousand bytes, and frames for what the vectors lack.
 */
export function dc09Samples(): Sample[] {
  const cipher = cipherOf(new Uint8Array(16).fill(0x4b))
  const vectors = frameVectors.map((vector) => {
    const key = vectorKey(vector)
    return { bytes: vectorBytes(vector), cipher: key && cipherOf(key) }
  })
  return [
    ...vectors.filter(({ bytes }) => bytes.length < 1000),
    { bytes: encodeFrame(message), cipher: null },
    { bytes: encryptFrame(message, cipher), cipher },
    { bytes: encryptFrame({ ...message, account: null }, cipher), cipher },
  ]
}

const origin = { receiver: '01', line: '1' }
const surgard: readonly KnownLine[] = [
  {
    kind: 'contact-id',
    ...origin,
    account: '1234',
    qualifier: 'E',
    code: '130',
    group: '01',
    number: '003',
  },
  { kind: 'sia-1', ...origin, account: '1234', code: 'BA', number: '003' },
  { kind: 'sia-2', ...origin, data: '#1234|Nri1/BA003/FA004^Hall^' },
  { kind: 'video', ...origin, account: '1234', data: 'Ipt010/cn001/ad002' },
  { kind: 'high-speed', ...origin, account: '1234', channels: '15555555', auxiliary: '9' },
  { kind: 'pulse', ...origin, account: '1234', event: 'A', area: '1', number: '3' },
  { kind: 'heartbeat', ...origin },
]
export const surgardSamples = (): Uint8Array[] => surgard.map(encodeLine)

const group = { receiver: '1', group: '2' }
const ademco: readonly Known685Line[] = [
  {
    kind: 'contact-id',
    ...group,
    account: '1234',
    qualifier: 'E',
    code: '130',
    partition: '01',
    names: 'C',
    number: '003',
  },
  { kind: 'pulse', ...group, account: '1234', code: '3' },
  { kind: 'high-speed', ...group, account: '1234', channels: '15555555', auxiliary: '9' },
  { kind: 'heartbeat', ...group },
]
export const ademcoSamples = (): Uint8Array[] => ademco.map(encode685Line)
