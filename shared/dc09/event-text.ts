import { readBytes, type TextEncoding } from '../text/read-bytes'

const between = ' · '

export const readEventText = (latin1: string, encoding?: TextEncoding): string =>
  latin1
    .split(between)
    .map((text) => readBytes(text, encoding))
    .filter((text) => text !== '')
    .join(between)

/**
 * Includes the peripheral an event names (`pi`), which has no field of its own and must not be
 * lost.
 */
export const wordsWithPeripheral = ({
  peripheral = null,
  text = null,
}: {
  readonly peripheral?: string | null | undefined
  readonly text?: string | null | undefined
}): string =>
  [text, peripheral === null || /^0*$/.test(peripheral) ? null : `pi ${peripheral}`]
    .filter(Boolean)
    .join(between)
