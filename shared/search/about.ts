import type { AnyEntry } from '../journal/entry'

/** What an entry names, from the fields that mean the same in every noun. */
export interface About {
  readonly siteIds: readonly string[]
  readonly teamIds: readonly string[]
  readonly accounts: readonly string[]
  readonly incidentIds: readonly string[]
  readonly assignmentIds: readonly string[]
  readonly alarmId: string | null
  readonly bundleId: string | null
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})

const texts = (...values: readonly unknown[]): readonly string[] =>
  values.filter((value): value is string => typeof value === 'string' && value !== '')

const idsOf = (rows: unknown): readonly string[] =>
  Array.isArray(rows) ? rows.flatMap((row: unknown) => texts(fieldsOf(row).id)) : []

export function aboutOf({ by, data }: Pick<AnyEntry, 'by' | 'data'>): About {
  const said = fieldsOf(data)
  const [alarmId = null] = texts(said.alarmId)
  const [bundleId = null] = texts(said.foldId)
  return {
    siteIds: [...texts(said.siteId, fieldsOf(said.place).siteId), ...idsOf(said.sites)],
    teamIds: [...texts(said.teamId, by.kind === 'team' ? by.id : null), ...idsOf(said.teams)],
    accounts: texts(said.account, said.accountInData),
    incidentIds: texts(said.incidentId, said.toIncidentId, said.intoId, said.fromId, said.withId),
    assignmentIds: texts(said.assignmentId, said.newAssignmentId),
    alarmId,
    bundleId,
  }
}

/** Fields that people read, and so search. */
const worded = ['text', 'remark', 'reason', 'detail', 'meaning', 'code', 'name'] as const

export const wordsSaid = (data: unknown): readonly string[] => {
  const said = fieldsOf(data)
  const { address } = fieldsOf(said.place)
  return texts(...worded.map((name) => said[name]), address)
}
