// The spaces are usual but not always there. What follows in further brackets but is no extended
// field stays unread, and must not cost the event.
/** A Contact ID event as data has it behind the account: qualifier, code, group, number, text. */
export const cidWording =
  /^\|?\s*([136])\s*([0-9A-Fa-f]{3})\s*([0-9A-Fa-f]{2})\s*([0-9A-Fa-f]{3})\s*(?:\|(.*)|\]\[.*)?$/s

/** An event without spaces, which is hex like an account. */
export const unspacedCid = /^[136][0-9A-Fa-f]{8}$/

/**
 * As a digital communicator dials it (DC-05): account or none, message type before the event,
 * checksum behind.
 */
export const dialledWording =
  /^\|?\s*([0-9A-Fa-f]{4}\s*)?(18|98)\s*([136])\s*([0-9A-Fa-f]{3})\s*([0-9A-Fa-f]{2})\s*([0-9A-Fa-f]{3})\s*([0-9A-Fa-f])\s*(?:\|(.*)|\]\[.*)?$/s
