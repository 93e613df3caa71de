import type { Signal } from '../../shared/signals/signal'

/**
 * Bytes of one entry that count as one message. The frames of real panels have a hundred or two.
 */
const usual = 1_024

/**
 * How much signals count against a sender's pace: one each, plus one for every kilobyte that comes
 * with it. Otherwise frames of four thousand bytes would put fifty times as much on the disk as the
 * same number of real ones.
 */
export const bulkOf = (signals: readonly Signal[]): number =>
  signals.reduce((sum, signal) => sum + 1 + Math.floor(lengthOf(signal) / usual), 0)

const lengthOf = ({ frame, verification = '', extended = [] }: Signal): number =>
  extended.reduce((sum, { text }) => sum + text.length, frame.length + verification.length)

/** The same for unreadable bytes, each of which may take four characters. */
export const bulkOfBytes = ({ length }: Uint8Array): number => 1 + Math.floor((4 * length) / usual)
