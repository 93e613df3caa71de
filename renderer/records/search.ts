import { minute } from '../../shared/lang/instant'
import type { RecordsRequest } from '../../shared/records/queries'
import type { EntryGroup } from '../../shared/search/entry-group'
import { fromField } from '../console/time-field'

/** The search as the fields have it; an empty field means any. */
export interface Search {
  readonly words: string
  readonly officer: string
  readonly account: string
  readonly from: string
  readonly to: string
  readonly group: EntryGroup | ''
  readonly teamId: string
  readonly siteId: string | null
  readonly incidentId: string | null
}

export const emptySearch: Search = {
  ...{ words: '', officer: '', account: '', from: '', to: '', group: '', teamId: '' },
  ...{ siteId: null, incidentId: null },
}

/** Everything but the routine, which must be asked for. */
const telling: readonly EntryGroup[] = [
  ...(['alarms', 'signals', 'incidents', 'teams', 'tests', 'quarantine'] as const),
  ...(['register', 'people', 'unit'] as const),
]

/** Whether a field holds an instant, or nothing. */
export const isInstant = (text: string): boolean => text.trim() === '' || fromField(text) !== null

export function requestOf(search: Search): RecordsRequest<'journal'> {
  const { words, officer, account, from, to, group, teamId, siteId, incidentId } = search
  const begin = fromField(from)
  const end = fromField(to)
  const code = account.trim()
  // The name comes first: only the last word may be unfinished.
  const all = `${officer} ${words}`.trim()
  return {
    groups: group === '' ? [...telling] : [group],
    ...(all !== '' && { words: all }),
    ...(code !== '' && { account: code }),
    ...(begin !== null && { from: begin }),
    // The field has minutes; the end includes its last second.
    ...(end !== null && { to: end + minute - 1 }),
    ...(teamId !== '' && { teamId }),
    ...(siteId !== null && { siteId }),
    ...(incidentId !== null && { incidentId }),
  }
}
