import { buildingOf } from '../sites/building'
import { inLane } from './lane'
import type { AlarmRow, QueueRow } from './queue-row'

/** Alarms that wait in one row: of one site, or of one kind in one building. */
export interface RowGroup {
  readonly by: 'site' | 'building'
  /** In the order of the queue: the first leads the row, and is what the row selects. */
  readonly rows: readonly AlarmRow[]
}

type Groups = Map<string, AlarmRow[]>

function put(groups: Groups, key: string, rows: readonly AlarmRow[]): void {
  const known = groups.get(key)
  if (known) known.push(...rows)
  else groups.set(key, [...rows])
}

const bySite = (row: AlarmRow): string => (row.site ? `site ${row.site.id}` : `alarm ${row.id}`)

function byBuilding([first]: readonly AlarmRow[]): string {
  if (!first) return ''
  const building = first.site ? buildingOf(first.site) : null
  return building === null ? bySite(first) : `${first.kind} ${building}`
}

const canJoin = (row: QueueRow): row is AlarmRow => row.type === 'alarm' && !inLane(row.kind)

/**
 * Rows of one site become one, and so do those of one kind in one building, at the place of their
 * first: twenty flats on fire are one thing to deal with. A person under threat always has a row
 * of their own, and so has what is `unfolded`, by the id of any alarm in it.
 */
export function groupRows(
  rows: readonly QueueRow[],
  unfolded: ReadonlySet<string> = new Set(),
): readonly QueueRow[] {
  const sites: Groups = new Map()
  for (const row of rows) if (canJoin(row)) put(sites, bySite(row), [row])
  const joined: Groups = new Map()
  for (const group of sites.values()) put(joined, byBuilding(group), group)
  const leading = new Map<string, RowGroup>()
  const hidden = new Set<string>()
  for (const group of joined.values()) {
    if (group.length < 2 || group.some(({ id }) => unfolded.has(id))) continue
    const ordered = inPlace(group, rows)
    const [first, ...others] = ordered
    if (!first) continue
    const one = ordered.every(({ site }) => site?.id === first.site?.id)
    leading.set(first.id, { by: one ? 'site' : 'building', rows: ordered })
    for (const { id } of others) hidden.add(id)
  }
  if (leading.size === 0) return rows
  return rows.flatMap((row): QueueRow[] => {
    if (row.type !== 'alarm') return [row]
    if (hidden.has(row.id)) return []
    const group = leading.get(row.id)
    return group ? [{ ...row, group }] : [row]
  })
}

/** Two groups of sites joined by a building stand in the order of the queue again. */
function inPlace(group: readonly AlarmRow[], rows: readonly QueueRow[]): readonly AlarmRow[] {
  const ids = new Set(group.map(({ id }) => id))
  return rows.filter((row): row is AlarmRow => row.type === 'alarm' && ids.has(row.id))
}

/** Whether a row shows an alarm, as its own or as one of its group. */
export const showsAlarm = (row: QueueRow, alarmId: string): boolean =>
  row.id === alarmId ||
  (row.type === 'alarm' && (row.group?.rows.some(({ id }) => id === alarmId) ?? false))
