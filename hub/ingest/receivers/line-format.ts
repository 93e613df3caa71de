import { read685Line } from '../../../shared/ademco685/read-line'
import { createFrameSplitter, type FrameSplitter } from '../../../shared/dc09/frame-splitter'
import { createLineSplitter, lineCap } from '../../../shared/surgard/line-splitter'
import { readSurgardLine } from '../../../shared/surgard/read-line'
import type { EncodingOf, LineReading } from '../../../shared/surgard/reading'
import type { ReceiverLine } from './receiver-lines'

export interface LineFormat {
  splitter(): FrameSplitter
  read(bytes: Uint8Array): LineReading
}

/** `encodingOf` gets the account as the hub knows it, with the receiver line's prefix. */
export function formatOf(
  { format, header, accountPrefix = '' }: Pick<ReceiverLine, 'format' | 'header' | 'accountPrefix'>,
  encodingOf: EncodingOf = () => undefined,
): LineFormat {
  const own: EncodingOf = (account) => encodingOf(`${accountPrefix}${account}`)
  return format === 'surgard'
    ? { splitter: () => createLineSplitter(), read: (bytes) => readSurgardLine(bytes, header, own) }
    : // LF to CR, as DC-09 has its frames.
      { splitter: () => createFrameSplitter({ cap: lineCap }), read: read685Line }
}
