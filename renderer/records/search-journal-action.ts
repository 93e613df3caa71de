import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'
import { subjectOf } from '../console/selection'

/** Searches everything that ever happened; at the site selected, when there is one. */
export const searchJournalAction: Action = {
  id: 'search-journal',
  keys: 'y',
  group: 'past',
  refusal: () => null,
  perform: ({ data, ports }, about) =>
    openDialog(ports, {
      kind: 'search-journal',
      siteId: subjectOf(data, about).site?.id ?? null,
    }),
}
