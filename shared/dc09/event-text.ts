import { readBytes, type TextEncoding } from '../text/read-bytes'

/** What `parseSiaData` puts between the texts of an event. */
const between = ' · '

/** The texts of an event, each read by itself: one that is cut must not spoil the others. */
export const readEventText = (latin1: string, encoding?: TextEncoding): string =>
  latin1
    .split(between)
    .map((text) => readBytes(text, encoding))
    .filter((text) => text !== '')
    .join(between)

/**
 * With the peripheral an event names (`pi`), which has no field of its own and must not be lost.
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
