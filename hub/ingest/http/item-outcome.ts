import type { Entry } from '../../../shared/room/events'
import type { Signal } from '../../../shared/signals/signal'
import type { ItemResult } from './item'

export interface Outcome {
  readonly result: Omit<ItemResult, 'id'>
  readonly signal: Signal | null
}

/** Null when there is no signal among the entries. */
export function outcomeOf(entries: readonly Entry[]): Outcome | null {
  const seq = entries.at(-1)?.seq
  for (const { type, data } of entries) {
    if (type === 'signal-received')
      return {
        result: { result: 'recorded', signalId: data.signalId, ...alarmOf(entries), seq },
        signal: data,
      }
    if (type === 'signal-quarantined') {
      const { signalId, reason, detail, signal = null } = data
      return {
        result: { result: 'quarantined', signalId, seq, error: reason, message: detail },
        signal,
      }
    }
  }
  return null
}

function alarmOf(entries: readonly Entry[]): { readonly alarmId?: string } {
  for (const { type, data } of entries)
    switch (type) {
      case 'alarm-raised':
      case 'alarm-signal-added':
      case 'alarm-reception-added':
      case 'alarm-restored':
        return { alarmId: data.alarmId }
    }
  return {}
}
