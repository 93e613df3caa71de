import { unitOffsetMinutes } from '../lang/clock-time'
import { sameJson } from '../lang/same-json'
import { planNames } from '../plans/plan-names'
import { lineOf, plainLine, type Site, siteCategories, siteSchema } from '../sites/site'
import { orEmpty, readDegrees, readName, readText, readWholeNumber, readWord } from './cell-texts'
import type { Cells, Column } from './columns'
import { type ContactsWithWords, joinWords, type WordChange } from './duress-cell'
import { type Fault, isFault } from './fault'
import {
  readEncryption,
  readFurther,
  readInterval,
  readTextEncoding,
  readTolerances,
} from './line-cells'
import { readContacts, readHazards, readKeyHolders, readZones } from './list-cells'
import { readPictures, type SentPictures } from './picture-cells'
import { readHours, readOffset, usualGrace } from './schedule-cell'
import { siteFaults } from './site-faults'
import { furtherOf, linesOf } from './tidy-site'

export interface ReadSite {
  readonly site: Site
  /** True when the site must be registered again, or a word kept or forgotten. */
  readonly changes: boolean
  readonly words: readonly WordChange[]
  readonly reasons: readonly string[]
  /** Not wrong, but worth a look. */
  readonly notes: readonly string[]
}

/** What a row was found to be about. */
interface Identity {
  readonly id: string
  readonly account: string
}

const needed: readonly Column[] = ['name', 'category', 'lat', 'lon']

const unsaid = { name: '', category: 'residential', purpose: '', address: '', town: '' } as const
const nowhere = { lat: 0, lon: 0 }

/**
 * Makes a site from a row: `before` (tidied, see tidySite) with the row's values, or a new site.
 * `identity` says which site the row is about.
 */
export function readSite(
  cells: Cells,
  { sent, ...identity }: Identity & { readonly sent?: SentPictures },
  before: Site | undefined,
): ReadSite {
  const reasons: string[] = []
  const cell = <Value>(
    column: Column,
    reader: (text: string) => Value | Fault,
    kept: Value,
  ): Value => {
    const text = cells.get(column)
    if (text === undefined) return kept
    const value = reader(text)
    if (!isFault(value)) return value
    reasons.push(`${column}: ${value.fault}`)
    return kept
  }
  if (!before) {
    const missing = needed.filter((column) => !cells.has(column))
    if (missing.length > 0) reasons.push(`a new site needs ${missing.join(', ')}`)
  }
  const base = before ?? unsaid
  const { contacts, words, notes } = contactsOf(
    cells,
    cell('contacts', readContacts, before?.contacts ?? []),
    before,
    reasons,
  )
  const site: Site = {
    ...identity,
    name: cell('name', readName, base.name),
    category: cell('category', readWord(siteCategories), base.category),
    purpose: cell('purpose', readText, base.purpose),
    address: cell('address', readText, base.address),
    town: cell('town', readText, base.town),
    location: {
      lon: cell('lon', readDegrees, (before?.location ?? nowhere).lon),
      lat: cell('lat', readDegrees, (before?.location ?? nowhere).lat),
    },
    zones: cell('zones', readZones, before?.zones ?? []),
    contacts,
    hazards: cell('hazards', readHazards, before?.hazards ?? []),
    ...accessRead(cell, before),
    ...picturesRead(cell, before, sent ?? new Map()),
    ...linesRead(cell, identity.account, before, reasons),
    ...planRead(cell, before),
    ...scheduleRead(cell, cells, before, reasons),
  }
  const changes = words.length > 0 || !before || !sameJson(before, site)
  // What is registered has already been checked.
  if (reasons.length === 0 && changes) reasons.push(...siteFaults(siteSchema.safeParse(site)))
  return { site, changes, words, reasons, notes }
}

type ReadCell = <Value>(
  column: Column,
  reader: (text: string) => Value | Fault,
  kept: Value,
) => Value

function contactsOf(
  cells: Cells,
  contacts: Site['contacts'],
  before: Site | undefined,
  reasons: string[],
): ContactsWithWords {
  const joined = joinWords(contacts, cells.get('duress_words'), before?.contacts ?? [])
  if (!isFault(joined)) return joined
  reasons.push(`duress_words: ${joined.fault}`)
  return { contacts, words: [], notes: [] }
}

function linesRead(
  cell: ReadCell,
  account: string,
  before: Site | undefined,
  reasons: string[],
): Pick<Site, 'lines'> {
  const kept = before ? lineOf(before, before.account) : plainLine(account)
  const further = cell('further_accounts', readFurther, before ? furtherOf(before) : [])
  if (further.some((line) => line.account === account))
    reasons.push(`further_accounts: ${account} is the account of the site itself`)
  const textEncoding = cell('text_encoding', readTextEncoding, kept.textEncoding)
  const first = {
    account,
    interval: cell('interval', readInterval, kept.interval),
    tolerances: cell('tolerances', readTolerances, kept.tolerances),
    encryption: cell('encryption', readEncryption, kept.encryption),
    ...(textEncoding !== undefined && { textEncoding }),
  }
  return linesOf(first, further)
}

function planRead(cell: ReadCell, before: Site | undefined): Pick<Site, 'responsePlan'> {
  const plan = cell('response_plan', orEmpty(readWord(planNames), undefined), before?.responsePlan)
  return plan === undefined ? {} : { responsePlan: plan }
}

function picturesRead(
  cell: ReadCell,
  before: Site | undefined,
  sent: SentPictures,
): Pick<Site, 'pictures'> {
  const pictures = cell('pictures', readPictures(sent), before?.pictures ?? [])
  return pictures.length > 0 ? { pictures } : {}
}

function accessRead(
  cell: ReadCell,
  before: Site | undefined,
): Pick<Site, 'accessNotes' | 'keyHolders'> {
  const accessNotes = cell('access_notes', orEmpty(readText, undefined), before?.accessNotes)
  const keyHolders = cell('key_holders', readKeyHolders, before?.keyHolders ?? [])
  return {
    ...(accessNotes !== undefined && { accessNotes }),
    ...(keyHolders.length > 0 && { keyHolders }),
  }
}

function scheduleRead(
  cell: ReadCell,
  cells: Cells,
  before: Site | undefined,
  reasons: string[],
): Pick<Site, 'schedule'> {
  const kept = before?.schedule
  const hours = cell('schedule', orEmpty(readHours, undefined), kept?.hours)
  const minutes = readWholeNumber('minutes')
  const grace = cell('schedule_grace', orEmpty(minutes, usualGrace), kept?.grace ?? usualGrace)
  const utcOffset = cell(
    'schedule_utc_offset',
    orEmpty(readOffset, unitOffsetMinutes),
    kept?.utcOffset ?? unitOffsetMinutes,
  )
  if (hours !== undefined) return { schedule: { utcOffset, grace, hours } }
  const idle = (['schedule_grace', 'schedule_utc_offset'] as const).filter((column) =>
    cells.get(column)?.trim(),
  )
  if (idle.length > 0) reasons.push(`${idle.join(', ')}: there is no schedule it could belong to`)
  return {}
}
