import type { Actor } from '../accounts/actor'
import type { Command } from '../room/commands'
import type { RoomEvent } from '../room/events'
import type { Signal } from '../signals/signal'
import type { Site } from '../sites/site'
import type { DispatchReason } from '../teams/assignment'
import type { TeamRecord } from '../teams/team'

/** Small, complete values: a test names only what it is about. */

export const officer: Actor = {
  kind: 'officer',
  id: 'officer-1',
  name: 'Officer One',
  role: 'officer',
  desk: 'desk-1',
}
export const officer2: Actor = {
  kind: 'officer',
  id: 'officer-2',
  name: 'Officer Two',
  role: 'officer',
  desk: 'desk-2',
}
export const supervisor: Actor = {
  kind: 'officer',
  id: 'supervisor-1',
  name: 'Supervisor',
  role: 'supervisor',
}
export const trainer: Actor = { kind: 'officer', id: 'trainer-1', name: 'Trainer', role: 'trainer' }
export const receiver: Actor = { kind: 'receiver', id: 'dc09', name: 'DC-09 receiver' }
export const crewOf = (teamId: string): Actor => ({ kind: 'team', id: teamId, name: teamId })

export const site = (id: string, change: Partial<Site> = {}): Site => ({
  id,
  account: id.replace(/\D/g, '').padStart(4, '0'),
  name: `Site ${id}`,
  category: 'categorised',
  purpose: 'Bank branch',
  address: 'Test street 1',
  town: 'Qarshi',
  location: { lon: 65.79, lat: 38.86 },
  zones: [{ number: '1', name: 'Main entrance' }],
  contacts: [{ role: 'Guard post', name: 'Test contact', phone: '+998 00 000 00 00' }],
  hazards: [],
  ...change,
})

export const team = (id: string, change: Partial<TeamRecord> = {}): TeamRecord => ({
  id,
  callSign: id.toUpperCase(),
  name: `Team ${id}`,
  post: 'Post',
  postLocation: { lon: 65.8, lat: 38.87 },
  crew: 3,
  ...change,
})

export const signal = (account: string, change: Partial<Signal> = {}): Signal => ({
  signalId: `s-${account}-${change.code ?? '130'}-${change.sequence ?? '0001'}`,
  channel: 'dc09-tcp',
  source: '127.0.0.1:50000',
  frame: '\\x0A…\\x0D',
  account,
  receiver: null,
  prefix: '0',
  sequence: '0001',
  table: 'cid',
  code: '130',
  qualifier: 'new',
  class: 'alarm',
  kind: 'burglary',
  priority: 2,
  meaning: 'Burglary',
  partition: null,
  zone: '1',
  user: null,
  text: null,
  occurredAt: null,
  ...change,
})

export const nearest: DispatchReason = {
  recommended: true,
  text: 'nearest',
  metres: 900,
  seconds: 94,
  positionAge: 1000,
}

export const sites = (...rows: Site[]): RoomEvent => ({
  type: 'sites-registered',
  data: { sites: rows },
})
export const teams = (...rows: TeamRecord[]): RoomEvent => ({
  type: 'teams-registered',
  data: { teams: rows },
})
export const raised = (
  alarmId: string,
  siteId = 'site-1',
  change: Partial<Extract<RoomEvent, { type: 'alarm-raised' }>['data']> = {},
): RoomEvent => ({
  type: 'alarm-raised',
  data: {
    alarmId,
    siteId,
    signalId: `s-${alarmId}`,
    kind: 'burglary',
    priority: 2,
    meaning: 'Burglary',
    code: '130',
    zone: '1',
    ...change,
  },
})
type ChangeOf<Type extends RoomEvent['type']> = Partial<Extract<RoomEvent, { type: Type }>['data']>
export const signalAdded = (
  alarmId: string,
  change: ChangeOf<'alarm-signal-added'> = {},
): RoomEvent => ({
  type: 'alarm-signal-added',
  data: {
    alarmId,
    signalId: `s2-${alarmId}`,
    priority: 2,
    meaning: 'Burglary',
    code: '130',
    zone: '1',
    ...change,
  },
})
export const restored = (alarmId: string, change: ChangeOf<'alarm-restored'> = {}): RoomEvent => ({
  type: 'alarm-restored',
  data: {
    alarmId,
    signalId: `r-${alarmId}`,
    meaning: 'Burglary: over',
    code: '130',
    zone: '1',
    ...change,
  },
})
/** What an account that nobody knows reports. */
export const held = (account: string, change: Partial<Signal> = {}): RoomEvent => {
  const said = signal(account, change)
  const { signalId, channel, source, frame } = said
  const item = {
    signalId,
    channel,
    source,
    frame,
    account,
    reason: 'unknown-account',
    detail: 'unknown',
  } as const
  return { type: 'signal-quarantined', data: { ...item, signal: said } }
}
export const acknowledged = (alarmId: string, incidentId: string): RoomEvent => ({
  type: 'alarm-acknowledged',
  data: { alarmId, incidentId },
})
export const opened = (incidentId: string, alarmId: string, siteId = 'site-1'): RoomEvent => ({
  type: 'incident-opened',
  data: {
    ...{ incidentId, siteId, alarmId, kind: 'burglary', priority: 2 },
    plan: { id: 'intrusion', version: 1 },
  },
})
/** As written before plans had versions. */
export const openedOfOld = (incidentId: string, alarmId: string): RoomEvent => ({
  type: 'incident-opened',
  data: { incidentId, siteId: 'site-1', alarmId, kind: 'burglary', priority: 2 },
})
export const alarmAdded = (
  incidentId: string,
  alarmId: string,
  change: ChangeOf<'incident-alarm-added'> = {},
): RoomEvent => ({
  type: 'incident-alarm-added',
  data: { incidentId, alarmId, kind: 'burglary', priority: 2, ...change },
})
export const dispatched = (
  assignmentId: string,
  incidentId: string,
  teamId: string,
): RoomEvent => ({
  type: 'team-dispatched',
  data: { assignmentId, incidentId, teamId, reason: nearest },
})

export const acknowledge = (alarmId: string, incidentId = 'i1'): Command => ({
  type: 'acknowledge-alarm',
  alarmId,
  incidentId,
})
export const dispatch = (incidentId: string, teamId: string, assignmentId = 'as1'): Command => ({
  type: 'dispatch-team',
  incidentId,
  teamId,
  assignmentId,
  reason: nearest,
})
export const progress = (
  assignmentId: string,
  to: 'acknowledged' | 'en-route' | 'on-scene' | 'cleared',
): Command => ({
  type: 'report-progress',
  assignmentId,
  to,
})
export const close = (incidentId: string): Command => ({
  type: 'close-incident',
  incidentId,
  disposition: 'false-user-error',
  remark: '',
})
