import { createHmac, randomBytes } from 'node:crypto'

/**
 * Which accounts have the same key. Kept are codes of the keys under a secret that is made anew at
 * each start: they tell whether two keys are equal, and nothing else.
 */
export function createSameKeys() {
  const secret = randomBytes(32)
  const codeOf = new Map<string, string>()
  const accountsOf = new Map<string, Set<string>>()

  const remove = (account: string): void => {
    const code = codeOf.get(account) ?? ''
    codeOf.delete(account)
    const accounts = accountsOf.get(code)
    accounts?.delete(account)
    if (accounts?.size === 0) accountsOf.delete(code)
  }
  return {
    set(account: string, key: Uint8Array): void {
      remove(account)
      const code = createHmac('sha256', secret).update(key).digest('base64')
      codeOf.set(account, code)
      accountsOf.set(code, (accountsOf.get(code) ?? new Set()).add(account))
    },
    remove,
    /** The other accounts that have the key of this one. */
    others(account: string): readonly string[] {
      const accounts = accountsOf.get(codeOf.get(account) ?? '') ?? []
      return [...accounts].filter((other) => other !== account).sort()
    },
    /** The accounts of each key that more than one has. */
    groups: (): readonly (readonly string[])[] =>
      [...accountsOf.values()]
        .filter(({ size }) => size > 1)
        .map((accounts) => [...accounts].sort()),
  }
}
