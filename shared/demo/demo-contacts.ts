import type { Site } from '../sites/site'

/** Roles whose telephone does not ring at the site. */
const elsewhere: ReadonlySet<string> = new Set(['Duty desk of the owner'])

/**
 * Whom to call, in order: roles, never people. The telephone code 00 is assigned to nobody in +998,
 * so that no demo call reaches a stranger; `site` makes the number differ from site to site.
 */
export function demoContacts(roles: readonly string[], site: number): Site['contacts'] {
  return roles.map((role, at) => {
    const digits = String(site * 10 + at + 1).padStart(7, '0')
    const phone = `+998 00 ${digits.slice(0, 3)} ${digits.slice(3, 5)} ${digits.slice(5, 7)}`
    const contact = { role, name: `Demo contact ${at + 1}`, phone }
    return elsewhere.has(role) ? { ...contact, elsewhere: true } : contact
  })
}
