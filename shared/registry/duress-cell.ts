import type { Site } from '../sites/site'
import { itemsOf, readPart, splitRaw } from './cell-list'
import { readText } from './cell-texts'
import { type Fault, fault, isFault } from './fault'

type Contacts = Site['contacts']

/** In a register, says that a word is set and stays as it is. */
export const keptWord = '*'
/** The word is spoken on the telephone; anything longer is a sentence. */
const longestWord = 80

/**
 * The vault keys a contact's word by name, so that the word stays with the contact when the call
 * order changes.
 */
export const duressKey = ({ role, name }: Pick<Contacts[number], 'role' | 'name'>): string =>
  name || role

/**
 * `word` is the word to keep, or null to forget the current one. Never recorded, logged or sent
 * back.
 */
export interface WordChange {
  readonly contact: string
  readonly word: string | null
}

export interface ContactsWithWords {
  readonly contacts: Contacts
  readonly words: readonly WordChange[]
  readonly notes: readonly string[]
}

/**
 * Joins a site's contacts with its duress words. `cell` is the register's cell (undefined leaves
 * the words as they are); `before` holds the site's present contacts.
 */
export function joinWords(
  contacts: Contacts,
  cell: string | undefined,
  before: Contacts,
): ContactsWithWords | Fault {
  const had = new Set(before.filter(({ hasDuressWord }) => hasDuressWord).map(duressKey))
  const given = cell === undefined ? wordsKept(contacts, had) : readWords(cell, contacts)
  if (isFault(given)) return given
  const shared = repeated(contacts.map(duressKey))
  const twice = [...given.keys()].find((key) => shared.has(key))
  if (twice !== undefined)
    return fault(`two contacts are called ${twice}; one with a word needs a name of its own`)
  const words: WordChange[] = []
  const notes: string[] = []
  for (const [key, word] of given) {
    if (word !== keptWord) words.push({ contact: key, word })
    else if (!had.has(key)) {
      given.delete(key)
      notes.push(`duress_words: the word of ${key} is not in this file and not kept here; set it`)
    }
  }
  for (const key of had) if (!given.has(key)) words.push({ contact: key, word: null })
  return {
    contacts: contacts.map((contact) => flagged(contact, given.has(duressKey(contact)))),
    words,
    notes,
  }
}

function repeated(keys: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  return new Set(keys.filter((key) => seen.size === seen.add(key).size))
}

const flagged = (
  { hasDuressWord: _, ...contact }: Contacts[number],
  has: boolean,
): Contacts[number] => ({
  ...contact,
  ...(has && { hasDuressWord: true as const }),
})

const wordsKept = (contacts: Contacts, had: ReadonlySet<string>): Map<string, string> =>
  new Map(contacts.map(duressKey).flatMap((key) => (had.has(key) ? [[key, keptWord]] : [])))

/** Reads `1=WORD; 3=*`, numbered by call order. A fault never repeats what the cell says. */
function readWords(cell: string, contacts: Contacts): Map<string, string> | Fault {
  const words = new Map<string, string>()
  for (const item of itemsOf(cell)) {
    const [place, word] = splitRaw(item, '=', 2).map(readPart)
    if (place === undefined || word === undefined || !/^\d{1,3}$/.test(place))
      return fault(
        'an item cannot be read; write 1=WORD; 2=WORD, the number being the place among the contacts',
      )
    const contact = contacts[Number(place) - 1]
    if (!contact) return fault(`there is no contact ${place}`)
    if (word === '') return fault(`contact ${place} has no word after "="`)
    if (word.length > longestWord)
      return fault(`the word of contact ${place} is longer than ${longestWord} characters`)
    if (isFault(readText(word)))
      return fault(`the word of contact ${place} holds a character that cannot be shown`)
    const key = duressKey(contact)
    if (words.has(key)) return fault(`contact ${place} has two words`)
    words.set(key, word)
  }
  return words
}
