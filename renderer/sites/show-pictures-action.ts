import { type Refusal, sentence } from '../../shared/lang/decision'
import type { SiteRow } from '../../shared/sites/site-row'
import type { ConsoleData, Selection } from '../console/console-store'
import { dialogAction } from '../console/dialog-action'
import { subjectOf } from '../console/selection'
import { cardRefusal } from '../console/site-cards'

const siteAbout = (data: ConsoleData, about: Selection): SiteRow | null =>
  subjectOf(data, about).site

function siteRefusal({ cards }: ConsoleData, row: SiteRow | null): Refusal | null {
  if (!row) return sentence('no-site-selected', 'Select a site first')
  const card = cards.get(row.id)
  if (!card?.site) return cardRefusal(card)
  return card.site.pictures?.length
    ? null
    : sentence('no-pictures', 'No picture of this site is registered')
}

/** Shows floor plans and photos of the site selected, or of the one that a team goes to. */
export const showPicturesAction = dialogAction({
  id: 'show-pictures',
  keys: 'shift+i',
  group: 'site',
  refusal: (data, about) => siteRefusal(data, siteAbout(data, about)),
  dialog(data, about) {
    const site = siteAbout(data, about)
    return site ? { kind: 'site-pictures', siteId: site.id } : null
  },
})
