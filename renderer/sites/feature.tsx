import type { CardSubject, Feature } from '../console/feature'
import { DuressWordsDialog } from './DuressWordsDialog'
import { FindSiteDialog } from './FindSiteDialog'
import { findSiteAction } from './find-site-action'
import { siteLine } from './line-commands'
import { NoSites } from './NoSites'
import { PicturesDialog } from './PicturesDialog'
import { SiteBrief } from './SiteBrief'
import { SiteCard } from './SiteCard'
import { SiteHead } from './SiteHead'
import { SiteLayer } from './SiteLayer'
import { showDuressWordsAction } from './show-duress-words-action'
import { showPicturesAction } from './show-pictures-action'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    'find-site': object
    'duress-words': { siteId: string }
    'site-pictures': { siteId: string }
  }
}

export const siteFeature: Feature = {
  actions: [findSiteAction, showDuressWordsAction, showPicturesAction],
  line: siteLine,
  dialogs: {
    'find-site': () => <FindSiteDialog />,
    'duress-words': (about) => <DuressWordsDialog {...about} />,
    'site-pictures': (about) => <PicturesDialog {...about} />,
  },
  panels: [{ region: 'map', place: 10, Part: NoSites }],
  layers: [{ place: 10, Part: SiteLayer }],
  cardParts: [
    { cards: ['site'], region: 'head', place: 10, Part: Head },
    { cards: ['alarm', 'incident'], region: 'head', place: 20, Part: Brief },
    { cards: ['alarm', 'incident', 'site'], region: 'body', place: 60, Part: Whole },
  ],
}

function Head({ site }: CardSubject) {
  return site ? <SiteHead site={site} /> : null
}

/** What the next step needs. A closed incident needs it no more. */
function Brief({ alarm, incident, site }: CardSubject) {
  const about = incident?.phase === 'open' ? incident : incident ? null : alarm
  return site && about ? <SiteBrief site={site} /> : null
}

/** On an incident's card, the contacts are with the calls to them. */
function Whole({ site, incident }: CardSubject) {
  return site ? <SiteCard site={site} contacts={incident === null} /> : null
}
