import { minute, second } from '../../../shared/lang/instant'
import { detail } from '../../../shared/signals/detail-codes'
import type { Clock } from '../../../shared/timeline/clock-port'
import type { OnLine } from '../../reception/line-change'
import type { ReceiverLine } from './receiver-lines'
import type { LineMetrics } from './receiver-metrics'

/**
 * How long a dialled receiver without heartbeats may be unreachable, ms. A network needs that long
 * to reconnect.
 */
const outOfReach = 1 * minute

/** How long the receiver may be silent, ms; null when it sends no heartbeats. */
export const longestSilence = ({ heartbeat }: Pick<ReceiverLine, 'heartbeat'>): number | null =>
  heartbeat === undefined ? null : 2 * heartbeat * second

export interface LineWatchParts {
  readonly receiverLine: ReceiverLine
  readonly clock: Clock
  readonly metrics: LineMetrics
  readonly onLine: OnLine
}

/**
 * Says when a receiver is lost and when it is heard again. One with heartbeats is lost when no line
 * came for twice their interval. Without heartbeats, only a dialled receiver can be missed: it is
 * lost when it cannot be reached for a minute.
 */
export function createLineWatch({ receiverLine, clock, metrics, onLine }: LineWatchParts) {
  const silence = longestSilence(receiverLine)
  let state: 'unknown' | 'up' | 'lost' = 'unknown'
  let trouble = ''
  let cancel: (() => void) | null = null
  let stopped = false

  const lose = () => {
    cancel = null
    if (state === 'lost') return
    state = 'lost'
    metrics.up(false)
    const silent = silence === null ? '' : detail('heard', { seconds: silence / second })
    onLine(
      receiverLine.id,
      'lost',
      [silent, trouble]
        .filter((part) => part !== '')
        .join('. ')
        .slice(0, 300),
    )
  }
  const restore = (detail: string) => {
    trouble = ''
    if (state === 'up') return
    state = 'up'
    metrics.up(true)
    onLine(receiverLine.id, 'restored', detail)
  }
  const expectWithin = (ms: number) => {
    cancel?.()
    if (stopped) return
    cancel = clock.after(ms, lose)
  }
  if (silence !== null) expectWithin(silence)
  else if (receiverLine.mode === 'dial') expectWithin(outOfReach)

  return {
    heard() {
      restore('It is heard')
      if (silence !== null) expectWithin(silence)
    },
    /** A dialled receiver has answered. Whether it works, its heartbeat will tell. */
    connected() {
      if (silence !== null) return
      cancel?.()
      cancel = null
      restore('It is connected')
    },
    /** A dialled receiver cannot be reached or has hung up. */
    disconnected(detail: string) {
      trouble = detail
      if (silence === null && state !== 'lost' && !stopped) cancel ??= clock.after(outOfReach, lose)
    },
    stop() {
      stopped = true
      cancel?.()
      cancel = null
    },
  }
}
export type LineWatch = ReturnType<typeof createLineWatch>
