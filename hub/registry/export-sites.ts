import { columns, type ExportedColumn } from '../../shared/registry/columns'
import { cellsOf } from '../../shared/registry/site-cells'
import type { WholeRoom } from '../../shared/room/room'
import type { Site } from '../../shared/sites/site'
import { quoted } from '../../shared/text/csv-cell'
import { guarded } from './csv-cell'
import { type Separator, separators } from './read-csv'

/** Sites written at once. Between pages the hub attends to its alarms. */
const sitesPerPage = 200

/**
 * Tells spreadsheets that the table is UTF-8. Without it Excel assumes the country's old encoding.
 */
const byteOrderMark = '\ufeff'

/** Sorted by id. */
export async function* sitesAsCsv(
  { sites }: Pick<WholeRoom, 'sites'>,
  separator: Separator,
): AsyncGenerator<string> {
  const line = (cells: readonly string[]) => `${cells.map(quoted).join(separators[separator])}\r\n`
  yield byteOrderMark + line(columns)
  for await (const page of pagesOf(sites))
    yield page
      .map((site) => line(columnsOf(site).map(([column, text]) => guarded(column, text))))
      .join('')
}

/** One feature per line, sorted by id. */
export async function* sitesAsGeoJson({ sites }: Pick<WholeRoom, 'sites'>): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":['
  let between = '\n'
  for await (const page of pagesOf(sites)) {
    yield between + page.map((site) => JSON.stringify(featureOf(site))).join(',\n')
    between = ',\n'
  }
  yield '\n]}\n'
}

function columnsOf(site: Site): [ExportedColumn, string][] {
  const cells = cellsOf(site)
  return columns.map((column) => [column, cells[column]])
}

function featureOf(site: Site) {
  const { lat: _, lon: __, ...properties } = cellsOf(site)
  const { lon, lat } = site.location
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties }
}

async function* pagesOf(sites: WholeRoom['sites']): AsyncGenerator<Site[]> {
  const ids = [...sites.keys()].sort()
  for (let at = 0; at < ids.length; at += sitesPerPage) {
    yield ids.slice(at, at + sitesPerPage).flatMap((id) => sites.get(id) ?? [])
    await new Promise((resume) => setImmediate(resume))
  }
}
