import { z } from 'zod'
import { alarmKindSchema, prioritySchema } from '../codes/kinds'
import type { IncidentEntry } from '../incidents/incident'
import { idSchema } from '../lang/id'
import { type PastRows, type Projection, put, type RecordChange } from '../records/projection'
import { recordTable } from '../records/table'
import type { BundleEntry } from '../triage/ledger'
import { type AlarmEntry, dispositionSchema } from './alarm'

export const alarmRecordSchema = z.object({
  seq: z.number().int(),
  alarmId: idSchema,
  siteId: idSchema,
  kind: alarmKindSchema,
  priority: prioritySchema,
  code: z.string(),
  meaning: z.string(),
  zone: z.string().nullable(),
  raisedAt: z.number(),
  acknowledgedAt: z.number().nullable(),
  acknowledgedBy: z.string().nullable(),
  acknowledgedById: z.string().nullable(),
  incidentId: z.string().nullable(),
  /** The bundle that keeps it out of the queue, or was closed with it. */
  bundleId: z.string().nullable(),
  closedAt: z.number().nullable(),
  closedBy: z.string().nullable(),
  closedById: z.string().nullable(),
  disposition: dispositionSchema.nullable(),
})
export type AlarmRecord = z.output<typeof alarmRecordSchema>

export const alarmTable = recordTable('alarms', alarmRecordSchema, {
  key: 'alarmId',
  listedBy: ['siteId', 'incidentId', 'disposition', 'kind'],
  foundBy: ['incidentId', 'bundleId'],
})

export const alarmProjection: Projection<AlarmEntry | BundleEntry | IncidentEntry> = {
  name: 'alarms',
  version: 1,
  tables: [alarmTable],
  project(entry, past) {
    switch (entry.type) {
      case 'alarm-raised':
        return [put(alarmTable, raised(entry))]
      case 'alarm-signal-added':
        return changed(past, entry.data.alarmId, (alarm) => graver(alarm, entry))
      case 'alarm-acknowledged':
        return changed(past, entry.data.alarmId, (alarm) => acknowledged(alarm, entry))
      case 'alarm-released':
        return changed(past, entry.data.alarmId, released)
      case 'alarm-folded':
        return changed(past, entry.data.alarmId, (alarm) => bundled(alarm, entry.data.foldId))
      case 'alarm-unfolded':
        return changed(past, entry.data.alarmId, (alarm) => bundled(alarm, null))
      case 'fold-unfolded':
        return past
          .where(alarmTable, 'bundleId', entry.data.foldId)
          .map((alarm) => put(alarmTable, { ...alarm, bundleId: null }))
      case 'fold-closed':
        return past
          .where(alarmTable, 'bundleId', entry.data.foldId)
          .map((alarm) => put(alarmTable, closed(alarm, entry)))
      case 'incident-closed':
        return past
          .where(alarmTable, 'incidentId', entry.data.incidentId)
          .filter(({ closedAt }) => closedAt === null)
          .map((alarm) => put(alarmTable, closed(alarm, entry)))
      case 'incident-reopened':
        return past
          .where(alarmTable, 'incidentId', entry.data.incidentId)
          .map((alarm) => put(alarmTable, { ...alarm, ...notClosed }))
      default:
        return []
    }
  },
}

const notAcknowledged = {
  acknowledgedAt: null,
  acknowledgedBy: null,
  acknowledgedById: null,
  incidentId: null,
}
const notClosed = { closedAt: null, closedBy: null, closedById: null, disposition: null }

function raised({ seq, at, data }: AlarmEntry<'alarm-raised'>): AlarmRecord {
  const { alarmId, siteId, kind, priority, code, meaning, zone, foldId: bundleId } = data
  return {
    ...{ seq, alarmId, siteId, kind, priority, code, meaning, zone, raisedAt: at },
    ...notAcknowledged,
    ...notClosed,
    bundleId: bundleId ?? null,
  }
}

function changed(
  past: PastRows,
  alarmId: string,
  change: (alarm: AlarmRecord) => AlarmRecord,
): readonly RecordChange[] {
  const before = past.get(alarmTable, alarmId)
  const after = before && change(before)
  return after === undefined || after === before ? [] : [put(alarmTable, after)]
}

function graver(alarm: AlarmRecord, { data }: AlarmEntry<'alarm-signal-added'>): AlarmRecord {
  const { priority, code, meaning, zone } = data
  return priority < alarm.priority ? { ...alarm, priority, code, meaning, zone } : alarm
}

const bundled = (alarm: AlarmRecord, bundleId: string | null): AlarmRecord =>
  alarm.acknowledgedAt === null && alarm.bundleId !== bundleId ? { ...alarm, bundleId } : alarm

const acknowledged = (
  alarm: AlarmRecord,
  { at, by, data }: AlarmEntry<'alarm-acknowledged'>,
): AlarmRecord => ({
  ...alarm,
  ...{ acknowledgedAt: at, acknowledgedBy: by.name, acknowledgedById: by.id },
  ...{ incidentId: data.incidentId, bundleId: null },
})

const released = (alarm: AlarmRecord): AlarmRecord => ({ ...alarm, ...notAcknowledged })

const closed = (
  alarm: AlarmRecord,
  { at, by, data }: IncidentEntry<'incident-closed'> | BundleEntry<'fold-closed'>,
): AlarmRecord => ({
  ...alarm,
  ...{ closedAt: at, closedBy: by.name, closedById: by.id, disposition: data.disposition },
})
