import { type Refusal, sentence } from '../lang/decision'
import type { Actor, Role } from './actor'

/**
 * Who has somebody of a site on the line. An administrator keeps the words and has no need to read
 * them back.
 */
export const seeDuressWords: readonly Role[] = ['officer', 'supervisor']

/**
 * Null when somebody may be shown duress words, or why not. The hub asks the same; here it disables
 * the button.
 */
export function seeDuressWordsRefusal(by: Actor): Refusal | null {
  if (by.role && seeDuressWords.includes(by.role)) return null
  return sentence('not-your-role', 'This needs the role {role}; {name} does not have it', {
    role: seeDuressWords.join(' / '),
    name: by.name,
  })
}

/** No copy of the words is anywhere but at the hub, so without it there are none. */
export const duressWordsHubLost = sentence(
  'duress-words-hub-lost',
  'The hub is not reachable: duress words are kept there only',
)
