// The spaces are usual but not always there. Further brackets that hold no extended field stay
// unread, and must not cost the event.
/** A Contact ID event after the account: qualifier, code, group, number, text. */
export const cidWording =
  /^\|?\s*([136])\s*([0-9A-Fa-f]{3})\s*([0-9A-Fa-f]{2})\s*([0-9A-Fa-f]{3})\s*(?:\|(.*)|\]\[.*)?$/s

/** An event without spaces, which looks like a hex account. */
export const unspacedCid = /^[136][0-9A-Fa-f]{8}$/

/**
 * As a digital communicator dials it (DC-05): an account or none, the message type before the
 * event, the checksum after it.
 */
export const dialledWording =
  /^\|?\s*([0-9A-Fa-f]{4}\s*)?(18|98)\s*([136])\s*([0-9A-Fa-f]{3})\s*([0-9A-Fa-f]{2})\s*([0-9A-Fa-f]{3})\s*([0-9A-Fa-f])\s*(?:\|(.*)|\]\[.*)?$/s

const part = String.raw`[\s.:-]+`
const usual = String.raw`[\s.:-]*(?<usualGroup>[0-9A-F]{2})[\s.:-]*(?<usualNumber>[0-9A-F]{3})`
/** Parts of unusual length, told apart by what stands between them. */
const spaced = `${part}(?<group>[0-9A-F]{1,2})${part}(?<number>[0-9A-F]{1,3}|0[0-9A-F]{3})`
const alone = `${part}(?<numberAlone>[0-9A-F]{3})|${part}(?<groupAlone>[0-9A-F]{1,2})`
const end = String.raw`(?=[\s|/;,^*\]]|$)`

/**
 * One event in a nonstandard form: letters for the qualifier as receivers write them, other
 * separators, a two-digit zone, no group. The code is complete, so what happened is certain.
 * Sticky.
 */
export const looseCid = new RegExp(
  String.raw`[\s|]*(?<qualifier>[136ERP])\s*(?<code>[0-9A-F]{3})(?:${usual}|${spaced}|${alone})${end}`,
  'iy',
)
/** A further event: in its own brackets or blocks, or after a separator. Sticky. */
export const furtherCid = new RegExp(
  String.raw`(?:\]\[|[\s|/;,])+(?:#[0-9A-F]{1,16}\|)?\s*(?<qualifier>[136])\s*(?<code>[0-9A-F]{3})(?:${usual}|${spaced})${end}`,
  'iy',
)
