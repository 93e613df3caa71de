import type { Likely } from '../../shared/merging/likely-same'

export const likelyKey = (one: Likely): string =>
  one.of === 'incident' ? `incident:${one.incidentId}` : `alarm:${one.alarmId}`
