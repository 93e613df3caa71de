import type { CardSubject, Feature } from '../console/feature'
import { JournalSearchDialog } from './JournalSearchDialog'
import { recordsLine } from './line-commands'
import { SiteHistory } from './SiteHistory'
import { searchJournalAction } from './search-journal-action'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    'search-journal': { siteId: string | null }
  }
}

export const recordsFeature: Feature = {
  actions: [searchJournalAction],
  line: recordsLine,
  dialogs: { 'search-journal': (about) => <JournalSearchDialog {...about} /> },
  cardParts: [
    { cards: ['alarm', 'incident', 'site'], region: 'body', place: 45, Part: HistoryOfSite },
  ],
}

function HistoryOfSite({ site }: CardSubject) {
  return site ? <SiteHistory siteId={site.id} /> : null
}
