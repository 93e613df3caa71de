import type { Likely } from '../../shared/merging/likely-same'
import type { ReportCommand } from '../../shared/reports/commands'

/** What a report is to something in the room, by that thing's key. */
export interface Relation {
  readonly is: 'same' | 'linked'
  readonly key: string
}

export const likelyKey = (one: Likely): string =>
  one.of === 'incident' ? `incident:${one.incidentId}` : `alarm:${one.alarmId}`

/** As it stands in the draft of the form: `same:KEY` or `linked:KEY`. */
export function readRelation(written: string): Relation | null {
  const [, is, key] = /^(same|linked):(.+)$/.exec(written) ?? []
  return (is === 'same' || is === 'linked') && key !== undefined ? { is, key } : null
}

/** The same event, then related, then neither. Nobody has an alarm to link, so it is left out. */
export function nextRelation(now: Relation | null, one: Likely): string {
  const key = likelyKey(one)
  if (now?.key !== key) return `same:${key}`
  return now.is === 'same' && one.of === 'incident' ? `linked:${key}` : ''
}

export function relationFields(
  relation: Relation | null,
  newId: () => string,
): Pick<ReportCommand, 'sameAs' | 'linkTo'> {
  if (relation === null) return {}
  const [kind, id = ''] = relation.key.split(/:(.*)/s)
  if (relation.is === 'linked') return { linkTo: id }
  return {
    sameAs: kind === 'incident' ? { incidentId: id } : { alarmId: id, takenAs: newId() },
  }
}
