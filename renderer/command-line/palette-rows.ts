import type { Alarm } from '../../shared/alarms/alarm'
import type { Incident } from '../../shared/incidents/incident'
import type { Team } from '../../shared/teams/team'
import type { Action } from '../console/action'
import { closest, type Findable } from './match-words'

/** What the palette finds. */
export type PaletteRow =
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'incident'; readonly incidentId: string }
  | { readonly kind: 'alarm'; readonly alarmId: string }
  | { readonly kind: 'team'; readonly teamId: string }
  | { readonly kind: 'site'; readonly siteId: string }

export interface Found<Item> {
  readonly items: readonly Item[]
  readonly textOf: (item: Item) => Findable
}

/** All that the palette looks through; sites come as they were found, among all of the register. */
export interface PaletteSource {
  readonly actions: Found<Action>
  readonly incidents: Found<Incident>
  readonly alarms: Found<Alarm>
  readonly teams: Found<Team>
  readonly sites: readonly string[]
}

/** Of each kind, so that one with many never hides another. */
const mostOfAKind = 8
const mostSites = 40

/**
 * With nothing typed, all actions. Else what matches, kind by kind, the kind with the closest match
 * first; sites come last, of which there are many.
 */
export function paletteRows(query: string, source: PaletteSource): readonly PaletteRow[] {
  const { actions, incidents, alarms, teams, sites } = source
  if (query.trim() === '') return actions.items.map((action) => ({ kind: 'action', action }))
  const part = <Item>({ items, textOf }: Found<Item>, rowOf: (item: Item) => PaletteRow) => {
    const found = closest(query, items, textOf).slice(0, mostOfAKind)
    return { best: found[0]?.distance ?? 0, rows: found.map(({ item }) => rowOf(item)) }
  }
  const parts = [
    part(actions, (action) => ({ kind: 'action', action })),
    part(alarms, ({ id }) => ({ kind: 'alarm', alarmId: id })),
    part(incidents, ({ id }) => ({ kind: 'incident', incidentId: id })),
    part(teams, ({ id }) => ({ kind: 'team', teamId: id })),
  ]
  return [
    ...parts.sort((a, b) => a.best - b.best).flatMap(({ rows }) => rows),
    ...sites.slice(0, mostSites).map((siteId): PaletteRow => ({ kind: 'site', siteId })),
  ]
}

export function rowKey(row: PaletteRow): string {
  switch (row.kind) {
    case 'action':
      return `action ${row.action.id}`
    case 'incident':
      return `incident ${row.incidentId}`
    case 'alarm':
      return `alarm ${row.alarmId}`
    case 'team':
      return `team ${row.teamId}`
    case 'site':
      return `site ${row.siteId}`
  }
}
