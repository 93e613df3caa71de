import type { Site } from '../sites/site'

/**
 * Whom to call, in order: roles, never people. The telephone code 00 is assigned to nobody in +998,
 * so that no demo call reaches a stranger; `site` makes the number differ from site to site.
 */
export function demoContacts(roles: readonly string[], site: number): Site['contacts'] {
  return roles.map((role, at) => {
    const digits = String(site * 10 + at + 1).padStart(7, '0')
    const phone = `+998 00 ${digits.slice(0, 3)} ${digits.slice(3, 5)} ${digits.slice(5, 7)}`
    return { role, name: `Demo contact ${at + 1}`, phone }
  })
}
