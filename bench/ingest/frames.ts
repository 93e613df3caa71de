import { createCipheriv, randomBytes } from 'node:crypto'
import { encodeFrame, encryptFrame, type Message } from '../../shared/dc09/encode'
import { demoRegion } from '../../shared/demo/demo-region'

/*
 * The signals of a load. Signal n comes from account n mod `accounts` in that account's own
 * sequence, so no frame repeats another and each account's signals can be put in order. All are
 * Contact ID.
 *
 * `usual`: of each hundred about 10 alarms, 10 restorals (each of the alarm the same account sent
 * before), 20 periodic tests, 30 openings and 30 closings. `few-alarms`: the same, but only every
 * hundredth account has alarms, so that what an officer has in hand does not grow. `alarms`: only
 * alarms; an account's first one raises, and later ones join it. `polls`: NULL messages.
 */
export type Mix = 'usual' | 'few-alarms' | 'alarms' | 'polls'

export interface Load {
  readonly mix: Mix
  /** The first signal's number: different loads on one hub must not send the same signals. */
  readonly first: number
  readonly count: number
  /** How many accounts of the demo region send. */
  readonly accounts: number
  /** Enciphered with {@link benchKey}. */
  readonly encrypted: boolean
}

/** The AES-128 key of every account in the encrypted part; 32 hex digits. */
export const benchKey = '000102030405060708090A0B0C0D0E0F'

const opening = '1401 01 001'
const closing = '3401 01 001'
const test = '1602 00 000'
/** Burglary, hold-up, panic, fire, tamper, mains: what becomes an alarm, with the zone it is in. */
const causes = [
  '130 01 001',
  '122 01 002',
  '120 01 002',
  '110 01 003',
  '137 01 004',
  '301 00 000',
] as const

export const accounts: readonly string[] = demoRegion().sites.map((site) => site.account)

function eventOf(site: number, round: number, mix: Mix): string {
  const cause = causes[site % causes.length] ?? causes[0]
  if (mix === 'alarms') return `1${cause}`
  const turn = (site * 7 + Math.floor(round / 2) * 13) % 100
  if (turn < 20 && (mix === 'usual' || site % 100 === 0))
    return `${round % 2 === 0 ? 1 : 3}${cause}`
  if (turn < 40) return test
  return (turn + round) % 2 === 0 ? opening : closing
}

export const sequenceOf = (round: number): string => String((round % 9_999) + 1).padStart(4, '0')

function messageOf({ mix, first, accounts: senders }: Load, at: number): Message {
  const site = (first + at) % senders
  const round = Math.floor((first + at) / senders)
  const account = accounts[site] ?? ''
  const header = { sequence: sequenceOf(round), receiver: null, prefix: '0', account }
  if (mix === 'polls') return { ...header, token: 'NULL' }
  return { ...header, token: 'ADM-CID', data: `#${account}|${eventOf(site, round, mix)}` }
}

/**
 * Frames one after another in one block: a million of them as objects would be garbage of the
 * benchmark's own.
 */
export interface Frames {
  readonly count: number
  frame(index: number): Buffer
}

/** Longest frame in bytes: an enciphered one has up to 15 bytes of padding, and its data in hex. */
const longest = { clear: 80, encrypted: 200 }

export function framesOf(load: Load): Frames {
  const { count, encrypted } = load
  const cipher = createTestCipher()
  const block = Buffer.allocUnsafe(count * (encrypted ? longest.encrypted : longest.clear))
  const ends = new Uint32Array(count + 1)
  // One second for all of a load: the window is half a minute wide.
  const timestamp = Date.now()
  const pad = randomBytes(16)
  for (let at = 0; at < count; at += 1) {
    const message = messageOf(load, at)
    const bytes = encrypted
      ? encryptFrame({ ...message, timestamp }, cipher, pad)
      : encodeFrame(message)
    block.set(bytes, ends[at])
    ends[at + 1] = (ends[at] ?? 0) + bytes.length
  }
  return { count, frame: (index) => block.subarray(ends[index], ends[index + 1]) }
}

/** The sender's encryption, with Node's own CBC and not the code being measured. */
function createTestCipher() {
  const key = Buffer.from(benchKey, 'hex')
  return {
    encrypt: (bytes: Uint8Array): Uint8Array => {
      const stream = createCipheriv('aes-128-cbc', key, new Uint8Array(16)).setAutoPadding(false)
      return stream.update(bytes)
    },
    decrypt: () => null,
  }
}
