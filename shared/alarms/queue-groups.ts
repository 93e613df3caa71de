import { buildingOf } from '../sites/building'
import { inLane } from './lane'
import type { AlarmRow, QueueRow } from './queue-row'

/** Alarms that share one row: those of one site, or those of one kind in one building. */
export interface RowGroup {
  readonly by: 'site' | 'building'
  /** In queue order. The first leads the row and is what the row selects. */
  readonly rows: readonly AlarmRow[]
}

type Groups<Key> = Map<Key, AlarmRow[]>

function put<Key>(groups: Groups<Key>, key: Key, rows: readonly AlarmRow[]): void {
  const known = groups.get(key)
  if (known) known.push(...rows)
  else groups.set(key, [...rows])
}

const canJoin = (row: QueueRow): row is AlarmRow => row.type === 'alarm' && !inLane(row.kind)

/** The site, or the row itself when nobody knows the site. */
const bySite = (row: AlarmRow): object => row.site ?? row

/** The kind in the building, or the site when its address names no house. */
function byBuilding(row: AlarmRow): object | string {
  const building = row.site ? buildingOf(row.site) : null
  return building === null ? bySite(row) : `${row.kind} ${building}`
}

function groupsOf(rows: readonly QueueRow[]): readonly AlarmRow[][] {
  const sites: Groups<object> = new Map()
  for (const row of rows) if (canJoin(row)) put(sites, bySite(row), [row])
  const joined: Groups<object | string> = new Map()
  for (const group of sites.values()) if (group[0]) put(joined, byBuilding(group[0]), group)
  return [...joined.values()].filter(({ length }) => length > 1)
}

/**
 * Rows of one site become one row, and so do rows of one kind in one building. The group takes the
 * place of its first row: twenty flats on fire are one thing to deal with. A person under threat
 * always has a separate row. So does a group in `unfolded`, which names it by the id of any of its
 * alarms.
 */
export function groupRows(
  rows: readonly QueueRow[],
  unfolded: ReadonlySet<string> = new Set(),
): readonly QueueRow[] {
  const groups = groupsOf(rows).filter((group) => !group.some(({ id }) => unfolded.has(id)))
  if (groups.length === 0) return rows
  const places = new Map(rows.map((row, place) => [row, place]))
  const placeOf = (row: QueueRow): number => places.get(row) ?? 0
  const shown: (QueueRow | null)[] = [...rows]
  for (const group of groups) {
    // Two groups of sites that a building has joined stand in the order of the queue again.
    const [first, ...others] = group.sort((a, b) => placeOf(a) - placeOf(b))
    if (!first) continue
    for (const row of others) shown[placeOf(row)] = null
    const by = others.every(({ site }) => site === first.site) ? 'site' : 'building'
    shown[placeOf(first)] = { ...first, group: { by, rows: group } }
  }
  return shown.filter((row) => row !== null)
}

export const alarmsIn = (rows: readonly QueueRow[]): number =>
  rows.reduce((sum, row) => sum + ((row.type === 'alarm' && row.group?.rows.length) || 1), 0)

/** Whether a row shows an alarm, either its own or one of its group. */
export const showsAlarm = (row: QueueRow, alarmId: string): boolean =>
  row.id === alarmId ||
  (row.type === 'alarm' && (row.group?.rows.some(({ id }) => id === alarmId) ?? false))
