import type { Signal } from '../../shared/signals/signal'

/**
 * What one entry may hold and count as one message, bytes: the frames of real panels have a hundred
 * or two.
 */
const usual = 1_024

/**
 * What signals count for where a sender is kept to a pace: one each, and one more for every
 * kilobyte that comes with it. Frames of four thousand bytes would otherwise put fifty times as
 * much on the disk as the same number of real ones.
 */
export const bulkOf = (signals: readonly Signal[]): number =>
  signals.reduce((sum, signal) => sum + 1 + Math.floor(lengthOf(signal) / usual), 0)

const lengthOf = ({ frame, verification = '', extended = [] }: Signal): number =>
  extended.reduce((sum, { text }) => sum + text.length, frame.length + verification.length)

/** The same of bytes nobody can read: each may take four characters. */
export const bulkOfBytes = ({ length }: Uint8Array): number => 1 + Math.floor((4 * length) / usual)
