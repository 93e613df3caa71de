import type { Cipher } from '../../shared/dc09/cipher'
import { decipherFrame } from '../../shared/dc09/decipher'
import { decodeFrame } from '../../shared/dc09/decode-frame'
import { encodeAck } from '../../shared/dc09/encode'
import type { Frame } from '../../shared/dc09/frame'
import { readSignals } from '../../shared/dc09/signal'
import { timeFault } from '../../shared/dc09/time-window'
import { lenient } from '../../shared/dc09/tolerances'
import { claimedCrcHolds } from './claimed-crc'
import { count, type Tally, violate } from './tally'

const now = Date.UTC(2026, 10, 22, 12, 35)

/**
 * Takes a frame the way the hub does: strictly, else leniently, deciphers it, reads it and answers.
 */
export function takeFrame(bytes: Uint8Array, cipher: Cipher | null, tally: Tally): void {
  const strictly = decodeFrame(bytes)
  const read = strictly.kind === 'frame' ? strictly : decodeFrame(bytes, lenient)
  if (read.kind === 'unreadable') {
    count(tally.refused, read.reason)
    return
  }
  if (!claimedCrcHolds(bytes, read.tolerated)) violate(tally, 'accepted with a wrong CRC', bytes)
  if (strictly.kind === 'frame' && strictly.tolerated.length > 0)
    violate(tally, 'strict, and yet tolerated', bytes)
  if (strictly.kind !== 'frame' && read.tolerated.length === 0)
    violate(tally, 'lenient, and nothing named', bytes)
  count(tally.accepted, strictly.kind === 'frame' ? 'strict' : 'tolerated')
  const clear = cipher === null ? read : decipherFrame(read, cipher)
  if (clear.kind === 'decipher-fault') {
    count(tally.refused, clear.reason)
    return
  }
  if (read.sealed && !clear.sealed) takeClear(clear, bytes, tally)
  takeSignals(clear, tally)
  const ack = decodeFrame(encodeAck(clear, { timestamp: now, ...(cipher && { cipher }) }), lenient)
  if (ack.kind !== 'frame' || ack.token !== 'ACK')
    violate(tally, 'answered with no right ACK', bytes)
}

function takeClear(frame: Frame, bytes: Uint8Array, tally: Tally): void {
  count(tally.accepted, 'deciphered')
  const fault = timeFault(frame.timestamp, now)
  if (fault !== null) count(tally.refused, `time-${fault}`)
  if (frame.timestamp === null) violate(tally, 'deciphered without a time', bytes)
}

function takeSignals(frame: Frame, tally: Tally): void {
  const reading = readSignals(frame)
  if (reading.kind === 'unreadable') count(tally.refused, reading.reason)
  else count(tally.accepted, 'events', reading.events.length)
}
