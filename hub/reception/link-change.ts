/**
 * `restored` also when a link is heard for the first time: it may have been lost when the hub
 * stopped.
 */
export type LinkChange = 'lost' | 'restored'
/** Told by whoever watches the links to receivers, to whoever records what becomes of them. */
export type OnLink = (linkId: string, change: LinkChange, detail: string) => void
