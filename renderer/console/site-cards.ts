import { useEffect } from 'react'
import { type Refusal, sentence } from '../../shared/lang/decision'
import type { Site } from '../../shared/sites/site'
import type { SiteRow } from '../../shared/sites/site-row'
import { useConsole, usePorts } from './console-context'
import type { ConsolePorts } from './console-ports'
import type { ConsoleData } from './console-store'

/**
 * A site's card as far as it has arrived. A window holds rows, and asks for the whole site when its
 * card is opened. When the site has changed, the old card stays until the new one arrives.
 */
export interface SiteCardState {
  /** The row at the time of asking: another row means that the site has changed. */
  readonly row: SiteRow
  readonly site: Site | null
  /** Why there is no site to show; null when there is one. */
  readonly said: Refusal | null
  readonly asking: boolean
}
export type SiteCards = ReadonlyMap<string, SiteCardState>

/** Cards kept of the last sites looked at: going back to one shows it at once. */
const keptCards = 12

/** The card on screen; asks for it when it is missing or the site has changed. */
export function useSiteCard(siteId: string): SiteCardState | undefined {
  const ports = usePorts()
  const row = useConsole((data) => rowAtHub(data, siteId))
  const card = useConsole((data) => data.cards.get(siteId))
  useEffect(() => {
    if (row && ports.store.getState().cards.get(siteId)?.row !== row) askCard(ports, row)
  }, [ports, siteId, row])
  return card
}

/** The hub's row, without pending commands, which make a new row with every event. */
const rowAtHub = ({ mode, hubRoom, room }: ConsoleData, siteId: string): SiteRow | undefined =>
  (mode === 'live' ? hubRoom : room).sites.get(siteId)

export function askCard({ store, bridge }: ConsolePorts, row: SiteRow): void {
  const { id: siteId } = row
  const { mode, room, cards } = store.getState()
  const set = (card: SiteCardState) =>
    store.setState((data) => ({ cards: withCard(data.cards, siteId, card) }))
  const answered = (site: Site | null, said: Refusal | null) => {
    // Asked for again meanwhile: the later answer counts.
    if (store.getState().cards.get(siteId)?.row === row) set({ row, site, said, asking: false })
  }
  set({ row, site: cards.get(siteId)?.site ?? null, said: beingRead, asking: true })
  bridge.ask('site-card', mode === 'replay' ? { siteId, asOf: room.seq } : { siteId }).then(
    (site) => answered(site, site === null ? notRegistered : null),
    (error: unknown) => answered(null, notRead(error)),
  )
}

function withCard(cards: SiteCards, siteId: string, card: SiteCardState): SiteCards {
  const others = [...cards].filter(([id]) => id !== siteId)
  return new Map([...others.slice(1 - keptCards), [siteId, card]])
}

/** Null when the card has come and the site exists; otherwise why not. */
export const cardRefusal = (card: SiteCardState | undefined): Refusal | null =>
  card?.site ? null : (card?.said ?? beingRead)

const beingRead = sentence('site-card-asked', 'The card of this site is being read')
const notRegistered = sentence('site-card-unknown', 'This site is not in the register any more')
const notRead = (error: unknown): Refusal =>
  sentence('site-card-failed', 'The card of this site could not be read: {reason}', {
    reason: error instanceof Error ? error.message : String(error),
  })
