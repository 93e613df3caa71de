import type { Site } from '../../shared/sites/site'
import { ActionButton } from '../console/ActionButton'
import { hasDuressWords, showDuressWordsAction } from './show-duress-words-action'

/**
 * Beside the contacts, if there is a word to show. The selection is the site or its alarm: the card
 * shows nothing else.
 */
export function DuressWordsButton({ site }: { site: Site }) {
  return hasDuressWords(site) ? <ActionButton action={showDuressWordsAction} reasonVisible /> : null
}
