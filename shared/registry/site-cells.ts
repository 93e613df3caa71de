import { lineOf, type Site } from '../sites/site'
import { listOf } from './cell-list'
import type { ExportedColumn } from './columns'
import { keptWord } from './duress-cell'
import { writeFurther, writeInterval } from './line-cells'
import { writeContacts, writeHazards, writeZones } from './list-cells'
import { writePictures } from './picture-cells'
import { writeHours } from './schedule-cell'
import { furtherOf } from './tidy-site'

/** A site as an export writes it. Importing these cells changes nothing. */
export function cellsOf(site: Site): Record<ExportedColumn, string> {
  const { schedule, location } = site
  const line = lineOf(site, site.account)
  return {
    account: site.account,
    site_id: site.id,
    name: site.name,
    category: site.category,
    purpose: site.purpose,
    address: site.address,
    town: site.town,
    lat: String(location.lat),
    lon: String(location.lon),
    zones: writeZones(site.zones),
    contacts: writeContacts(site.contacts),
    duress_words: writeWords(site.contacts),
    hazards: writeHazards(site.hazards),
    access_notes: site.accessNotes ?? '',
    key_holders: writeContacts(site.keyHolders ?? []),
    pictures: writePictures(site.pictures),
    response_plan: site.responsePlan ?? '',
    schedule: schedule ? writeHours(schedule.hours) : '',
    schedule_grace: schedule ? String(schedule.grace) : '',
    schedule_utc_offset: schedule ? String(schedule.utcOffset) : '',
    interval: writeInterval(line.interval),
    tolerances: listOf(line.tolerances),
    encryption: line.encryption,
    text_encoding: line.textEncoding ?? '',
    further_accounts: writeFurther(furtherOf(site)),
  }
}

/** Writes that there is a word, never the word itself. */
const writeWords = (contacts: Site['contacts']): string =>
  listOf(
    contacts.flatMap(({ hasDuressWord }, at) => (hasDuressWord ? [`${at + 1}=${keptWord}`] : [])),
  )
