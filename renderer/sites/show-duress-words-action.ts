import { duressWordsHubLost, seeDuressWordsRefusal } from '../../shared/accounts/see-duress-words'
import { type Refusal, sentence } from '../../shared/lang/decision'
import type { Site } from '../../shared/sites/site'
import type { SiteRow } from '../../shared/sites/site-row'
import { type ConsoleData, me, type Selection } from '../console/console-store'
import { dialogAction } from '../console/dialog-action'
import { subjectOf } from '../console/selection'
import { cardRefusal } from '../console/site-cards'

/**
 * A team's run does not mean the site it goes to: somebody looking at a car is not on the line with
 * its site.
 */
const siteAbout = (data: ConsoleData, about: Selection): SiteRow | null => {
  const { site, team } = subjectOf(data, about)
  return team ? null : site
}

export const hasDuressWords = ({ contacts }: Site): boolean =>
  contacts.some(({ hasDuressWord }) => hasDuressWord)

/**
 * Null when duress words can be asked for here now; otherwise why not. It takes the hub, and
 * somebody who may see them.
 */
export function askingRefusal(data: ConsoleData): Refusal | null {
  if (data.mode === 'replay')
    return sentence('replay-read-only', 'This is a replay: nothing can be changed in it')
  const you = me(data)
  return you ? seeDuressWordsRefusal(you) : duressWordsHubLost
}

function siteRefusal({ cards }: ConsoleData, row: SiteRow | null): Refusal | null {
  if (!row) return sentence('no-site-selected', 'Select a site first')
  const card = cards.get(row.id)
  if (!card?.site) return cardRefusal(card)
  if (hasDuressWords(card.site)) return null
  return sentence('no-duress-words', 'No duress word is agreed on with anybody of this site')
}

/** Shows for a minute by which word each contact of the selected site signals duress. */
export const showDuressWordsAction = dialogAction({
  id: 'show-duress-words',
  keys: 'v',
  group: 'site',
  only: 'live',
  refusal: (data, about) => askingRefusal(data) ?? siteRefusal(data, siteAbout(data, about)),
  dialog(data, about) {
    const site = siteAbout(data, about)
    return site ? { kind: 'duress-words', siteId: site.id } : null
  },
})
