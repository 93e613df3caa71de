import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'
import { subjectOf } from '../console/selection'

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
