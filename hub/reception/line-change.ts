/**
 * `restored` is also reported when a receiver line is heard for the first time: it may have been
 * lost when the hub stopped.
 */
export type LineChange = 'lost' | 'restored'
/** Whoever watches the receiver lines calls it; whoever records their state implements it. */
export type OnLine = (linkId: string, change: LineChange, detail: string) => void
