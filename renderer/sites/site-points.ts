import { derivedOf } from '../../shared/lang/derived'
import { type ColumnSites, overColumns } from '../../shared/site-columns/column-sites'
import { type SiteCategory, siteCategories } from '../../shared/sites/site'
import type { SiteRow, Sites } from '../../shared/sites/site-row'
import type { PointSet } from '../map/point-set'

/**
 * All sites as map points over their register's columns. Sites registered since the columns were
 * made replace theirs or follow them.
 */
export const sitePoints = derivedOf((sites: Sites): PointSet => pointsOver(overColumns(sites)))

function pointsOver({ columns, since, size }: ColumnSites): PointSet {
  const base: PointSet = {
    count: columns.count,
    places: columns.places,
    kind: { property: 'category', values: siteCategories, of: columns.categoryPlaces() },
    idAt: columns.idAt,
    nameAt: columns.nameAt,
    order: columns,
  }
  return since.size === 0 ? base : withRows(base, { since, size, find: columns.find })
}

interface Changed extends Pick<ColumnSites, 'since' | 'size'> {
  readonly find: (id: string) => number
}

function withRows(base: PointSet, { since, size, find }: Changed): PointSet {
  const places = new Float64Array(size * 2)
  const of = new Uint8Array(size)
  places.set(base.places)
  of.set(base.kind.of)
  const rows = new Map<number, SiteRow>()
  let end = base.count
  for (const row of since.values()) {
    const known = find(row.id)
    const at = known === -1 ? end++ : known
    rows.set(at, row)
    places.set([row.location.lon, row.location.lat], at * 2)
    of[at] = placeOf(row.category)
  }
  return {
    ...base,
    count: size,
    places,
    kind: { ...base.kind, of },
    idAt: (at) => rows.get(at)?.id ?? base.idAt(at),
    nameAt: (at) => rows.get(at)?.name ?? base.nameAt(at),
  }
}

const placeOf = (category: SiteCategory): number => siteCategories.indexOf(category)
