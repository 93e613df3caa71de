import { type Vault, VaultClosed } from './vault'

/** The word by which one contact of a site says that they are under threat; null to remove it. */
export interface DuressWordChange {
  readonly siteId: string
  /** The contact's name, as the site lists it. */
  readonly contact: string
  readonly word: string | null
}

/**
 * The words that contacts of sites have agreed on. Shown to an officer on the line, and to nobody
 * else.
 */
export interface DuressWords {
  /**
   * Throws a storage error, or `VaultClosed` when the site's words are to change and cannot be read
   * or kept.
   */
  set(siteId: string, contact: string, word: string | null): void
  /** Sets many in one commit: an import of thousands must not flush the disk for each. */
  setAll(changes: readonly DuressWordChange[]): void
  /** Null when words can be kept, or a sentence why not. */
  available(): string | null
  /**
   * The site's words by contact, in the order they were set. Empty when there are none, or the
   * vault is closed.
   */
  get(siteId: string): ReadonlyMap<string, string>
}

const kind = 'duress-words'

/**
 * One sealed row per site: a copy of the file shows which sites have words, but neither whose nor
 * how many.
 */
export function createDuressWords(vault: Vault): DuressWords {
  const read = (siteId: string): Map<string, string> => {
    const text = vault.read({ kind, name: siteId })
    return new Map(text === null ? [] : (JSON.parse(text) as [string, string][]))
  }

  function setAll(changes: readonly DuressWordChange[]): void {
    const sites = new Map<string, Map<string, string>>()
    for (const { siteId, contact, word } of changes) {
      // Nothing to forget: a closed vault must not stand in the way of a site without words.
      if (word === null && !sites.has(siteId) && !vault.has({ kind, name: siteId })) continue
      // One word cannot be taken out of a row that cannot be read, and the others must not go with
      // it.
      const state = vault.state()
      if (!state.open) throw new VaultClosed(state.why)
      const words = sites.get(siteId) ?? read(siteId)
      if (word === null) words.delete(contact)
      else words.set(contact, word)
      sites.set(siteId, words)
    }
    vault.change(
      [...sites].map(([name, words]) => ({
        kind,
        name,
        text: words.size === 0 ? null : JSON.stringify([...words]),
      })),
    )
  }

  return {
    setAll,
    set: (siteId, contact, word) => setAll([{ siteId, contact, word }]),
    available() {
      const state = vault.state()
      return state.open ? null : state.why
    },
    get: read,
  }
}
