import type { TFunction } from 'i18next'
import type { Room } from '../../shared/room/room'
import type { Hit } from '../../shared/search/hit'
import { hitWords } from '../console/hit-words'

/** A line of the shift's log in the officer's language. */
export interface LogRow {
  readonly seq: number
  readonly at: number
  readonly said: string
  readonly quoted: string | null
  readonly site: string
  readonly account: string
  readonly team: string
  readonly by: string
}

export function logRow(t: TFunction, room: Room, hit: Hit): LogRow {
  const { seq, at, siteId, account, teamId, by } = hit
  const site = siteId === null ? undefined : room.sites.get(siteId)
  const team = teamId === null ? '' : (room.teams.get(teamId)?.callSign ?? teamId)
  return {
    ...{ seq, at, team, ...hitWords(t, hit, { team }) },
    site: site ? `${site.name} · ${site.town}` : (siteId ?? ''),
    account: account ?? site?.account ?? '',
    by: by.desk === undefined ? by.name : `${by.name} (${by.desk})`,
  }
}
