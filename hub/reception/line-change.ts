/**
 * `restored` also when a receiver line is heard for the first time: it may have been lost when the hub
 * stopped.
 */
export type LineChange = 'lost' | 'restored'
/** Told by whoever watches the receiver lines to receivers, to whoever records what becomes of them. */
export type OnLine = (linkId: string, change: LineChange, detail: string) => void
