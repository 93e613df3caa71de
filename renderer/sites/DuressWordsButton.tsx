import type { Site } from '../../shared/sites/site'
import { ActionButton } from '../console/ActionButton'
import { hasDuressWords, showDuressWordsAction } from './show-duress-words-action'

/**
 * Beside the contacts, where there is a word to show. What is selected is the site or its alarm:
 * the card shows no other.
 */
export function DuressWordsButton({ site }: { site: Site }) {
  return hasDuressWords(site) ? <ActionButton action={showDuressWordsAction} reasonVisible /> : null
}
