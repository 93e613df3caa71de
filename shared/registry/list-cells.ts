import type { Site } from '../sites/site'
import { zoneNumber } from '../sites/zone-of'
import { itemsOf, listOf, readPart, splitRaw, writePart } from './cell-list'
import { readEach, readText } from './cell-texts'
import { type Fault, fault, isFault, said } from './fault'

type Zone = Site['zones'][number]
type Contact = Site['contacts'][number]
type Person = Pick<Contact, 'role' | 'name' | 'phone'>

/** `1=Main entrance; 2=Vault` */
export function readZones(cell: string): Zone[] | Fault {
  const seen = new Set<string>()
  return readEach(itemsOf(cell), (item) => {
    const [number, name] = splitRaw(item, '=', 2).map(readPart)
    if (number === undefined || name === undefined)
      return fault(`${said(item.trim())} has no "="; write 1=Main entrance`)
    const plain = zoneNumber(number)
    if (seen.has(plain)) return fault(`zone ${said(number)} stands there twice`)
    seen.add(plain)
    const bad = [number, name].map(readText).find(isFault)
    return bad ?? { number, name }
  })
}

export const writeZones = (zones: readonly Zone[]): string =>
  listOf(zones.map(({ number, name }) => `${writePart(number)}=${writePart(name)}`))

/**
 * `Guard post | Demo contact 1 | +998 00 000 00 01; …`, in call order. A fourth part `elsewhere`
 * says that the telephone does not ring at the site.
 */
export function readContacts(cell: string): Contact[] | Fault {
  return readEach(itemsOf(cell), (item) => {
    const [where, ...rest] = splitRaw(item, '|').map(readPart).slice(3)
    if (where === undefined || (where.toLowerCase() === 'elsewhere' && rest.length === 0)) {
      const person = readPerson(item)
      if (isFault(person) || where === undefined) return person
      return { ...person, elsewhere: true as const }
    }
    return fault(`${said(where)} is not known after a telephone; write elsewhere, or nothing`)
  })
}

/** `Site manager | Demo contact 2 | +998 00 000 00 02; …` */
export const readKeyHolders = (cell: string): Person[] | Fault =>
  readEach(itemsOf(cell), (item) =>
    splitRaw(item, '|').length > 3
      ? fault(`${said(item.trim())} has more than three parts; write role | name | phone`)
      : readPerson(item),
  )

function readPerson(item: string): Person | Fault {
  const parts = splitRaw(item, '|').map(readPart).slice(0, 3)
  const [role, name, phone] = parts
  if (role === undefined || name === undefined || phone === undefined)
    return fault(`${said(item.trim())} has not three parts; write role | name | phone`)
  return parts.map(readText).find(isFault) ?? { role, name, phone }
}
export const writeContacts = (contacts: readonly Contact[]): string =>
  listOf(
    contacts.map(({ role, name, phone, elsewhere }) =>
      [role, name, phone, ...(elsewhere ? ['elsewhere'] : [])].map(writePart).join(' | '),
    ),
  )

export const readHazards = (cell: string): string[] | Fault =>
  readEach(itemsOf(cell), (item) => readText(readPart(item)))

export const writeHazards = (hazards: readonly string[]): string => listOf(hazards.map(writePart))
