import { type Refusal, sentence } from '../lang/decision'
import type { Actor, Role } from './actor'

/**
 * The roles that talk to people at a site. An administrator stores the words but does not need to
 * read them back.
 */
export const seeDuressWords: readonly Role[] = ['officer', 'supervisor']

/**
 * Null when the actor may see duress words, otherwise the reason. The hub applies the same rule;
 * here it disables the button.
 */
export function seeDuressWordsRefusal(by: Actor): Refusal | null {
  if (by.role && seeDuressWords.includes(by.role)) return null
  return sentence('not-your-role', 'This needs the role {role}; {name} does not have it', {
    role: seeDuressWords.join(' / '),
    name: by.name,
  })
}

/** Only the hub has the words, so they cannot be shown while it is out of reach. */
export const duressWordsHubLost = sentence(
  'duress-words-hub-lost',
  'The hub is not reachable: duress words are kept there only',
)
