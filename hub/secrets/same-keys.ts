import { createHmac, randomBytes } from 'node:crypto'

/**
 * Which accounts have the same key. It keeps codes of the keys, made with a secret that is new at
 * each start. They tell whether two keys are equal, and nothing else.
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
    others(account: string): readonly string[] {
      const accounts = accountsOf.get(codeOf.get(account) ?? '') ?? []
      return [...accounts].filter((other) => other !== account).sort()
    },
    groups: (): readonly (readonly string[])[] =>
      [...accountsOf.values()]
        .filter(({ size }) => size > 1)
        .map((accounts) => [...accounts].sort()),
  }
}
