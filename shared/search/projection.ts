import { z } from 'zod'
import { type PastRows, type Projection, put, type RecordChange } from '../records/projection'
import { recordTable } from '../records/table'
import type { Entry } from '../room/events'
import { nouns } from '../room/nouns'
import { searchWords } from '../text/search-key'
import { type About, aboutOf, fieldsOf, wordsSaid } from './about'
import { entryGroup } from './entry-group'
import { termOf } from './terms'

/** Things that later entries name only by id: where they belong and what they are called. */
export const subjectTable = recordTable(
  'subjects',
  z.object({
    /** `alarm:ID`, `incident:ID`, `run:ID`, `site:ID` or `team:ID`. */
    id: z.string(),
    siteId: z.string().nullable(),
    incidentId: z.string().nullable(),
    teamId: z.string().nullable(),
    /** A site's name and town, or a team's call sign. */
    label: z.string(),
  }),
  { key: 'id' },
)

/** Everything an entry is about, including what it does not say itself. */
export interface Subjects {
  readonly siteIds: readonly string[]
  readonly incidentIds: readonly string[]
  readonly teamIds: readonly string[]
}

const unique = (ids: readonly (string | null | undefined)[]): readonly string[] => [
  ...new Set(ids.filter((id): id is string => typeof id === 'string')),
]

export function subjectsOf(about: About, past: PastRows): Subjects {
  const runs = about.assignmentIds.map((id) => past.get(subjectTable, `run:${id}`))
  const incidentIds = unique([...about.incidentIds, ...runs.map((run) => run?.incidentId)])
  const teamIds = unique([...about.teamIds, ...runs.map((run) => run?.teamId)])
  const incidents = incidentIds.map((id) => past.get(subjectTable, `incident:${id}`))
  const alarm = about.alarmId === null ? null : past.get(subjectTable, `alarm:${about.alarmId}`)
  const siteIds = unique([
    ...about.siteIds,
    alarm?.siteId,
    ...incidents.map((incident) => incident?.siteId),
  ])
  return { siteIds, incidentIds, teamIds }
}

/**
 * Entries also found by their site's name: those by which something there begins or ends. All
 * others are found through the site itself, because a name in each of a million signals would slow
 * every search.
 */
const naming: ReadonlySet<string> = new Set(
  nouns.flatMap(({ foundBySiteName = [] }) => foundBySiteName),
)

/** Further sites are found by id only: an import names a thousand. */
const mostNamed = 3

export const searchProjection: Projection<Entry> = {
  name: 'search',
  version: 2,
  tables: [subjectTable],
  givesTerms: true,
  project(entry, past) {
    const about = aboutOf(entry)
    const subjects = subjectsOf(about, past)
    return [...learnt(entry, past), { terms: termsOf(entry, { about, subjects, past }) }]
  },
}

function termsOf(
  entry: Entry,
  {
    about,
    subjects,
    past,
  }: { readonly about: About; readonly subjects: Subjects; readonly past: PastRows },
): string {
  const { siteIds, incidentIds, teamIds } = subjects
  const { by, data } = entry
  const { kind } = fieldsOf(data)
  const group = entryGroup(entry)
  const label = (subject: string) => past.get(subjectTable, subject)?.label ?? ''
  const named = [
    ...(naming.has(entry.type) ? siteIds.slice(0, mostNamed).map((id) => label(`site:${id}`)) : []),
    ...teamIds.slice(0, mostNamed).map((id) => label(`team:${id}`)),
  ]
  const byPerson = by.kind === 'officer'
  const words = [...wordsSaid(data), ...about.accounts, ...named, ...(byPerson ? [by.name] : [])]
  return [
    termOf('group', group),
    ...siteIds.map((id) => termOf('site', id)),
    ...incidentIds.map((id) => termOf('incident', id)),
    ...teamIds.map((id) => termOf('team', id)),
    ...about.accounts.map((account) => termOf('account', account)),
    ...(byPerson ? [termOf('officer', by.id)] : []),
    ...(typeof kind === 'string' ? [termOf('kind', kind)] : []),
    ...new Set(searchWords(words.join(' '))),
  ].join(' ')
}

const nothing = { siteId: null, incidentId: null, teamId: null, label: '' }

/** What the entry says about things that later ones name by id. */
function learnt(entry: Entry, past: PastRows): readonly RecordChange[] {
  switch (entry.type) {
    case 'alarm-raised': {
      const { alarmId, siteId } = entry.data
      return [put(subjectTable, { ...nothing, id: `alarm:${alarmId}`, siteId })]
    }
    case 'incident-opened':
    case 'incident-reported': {
      const { incidentId, siteId } = entry.data
      return [put(subjectTable, { ...nothing, id: `incident:${incidentId}`, siteId })]
    }
    case 'team-dispatched': {
      const { assignmentId, incidentId, teamId } = entry.data
      return [put(subjectTable, { ...nothing, id: `run:${assignmentId}`, incidentId, teamId })]
    }
    case 'team-reassigned': {
      const { assignmentId, newAssignmentId, toIncidentId: incidentId } = entry.data
      const teamId = past.get(subjectTable, `run:${assignmentId}`)?.teamId ?? null
      return [put(subjectTable, { ...nothing, id: `run:${newAssignmentId}`, incidentId, teamId })]
    }
    case 'sites-registered':
      return entry.data.sites.flatMap(({ id, name, town }) =>
        called(past, `site:${id}`, `${name} ${town}`),
      )
    case 'teams-registered':
      return entry.data.teams.flatMap(({ id, callSign, name }) =>
        called(past, `team:${id}`, `${callSign} ${name}`),
      )
    default:
      // Every other entry names only what is already known.
      return []
  }
}

function called(past: PastRows, id: string, label: string): readonly RecordChange[] {
  if (past.get(subjectTable, id)?.label === label) return []
  return [put(subjectTable, { ...nothing, id, label })]
}
