import { readBody } from './body'
import { openEnvelope } from './envelope'
import type { Frame, Unreadable } from './frame'
import { strict, type Tolerances } from './tolerances'

/**
 * Reads one frame, LF to CR. It never throws: an unreadable frame becomes a value with the reason
 * and the bytes. An encrypted frame comes back `sealed`, with its cipher text as data;
 * `decipherFrame` is the next step.
 */
export function decodeFrame(
  bytes: Uint8Array,
  tolerances: Tolerances = strict,
): Frame | Unreadable {
  const envelope = openEnvelope(bytes, tolerances)
  if ('reason' in envelope) return { kind: 'unreadable', ...envelope, bytes }
  const frame = readBody(bytes.subarray(envelope.from, envelope.to), envelope.tolerated, tolerances)
  return 'reason' in frame ? { kind: 'unreadable', ...frame, bytes } : frame
}
