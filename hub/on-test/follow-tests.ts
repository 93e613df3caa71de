import type { Instant } from '../../shared/lang/instant'
import type { StandingCause } from '../../shared/on-test/standing'
import type { RoomEvent } from '../../shared/room/events'
import type { WholeRoom } from '../../shared/room/room'
import { raiseLate } from '../../shared/signals/receive'
import { foresee } from '../../shared/signals/receive-signals'
import { signalSchema } from '../../shared/signals/signal'
import type { Following } from '../keeper/matter'

/**
 * When a test ends, whoever ends it and for whatever reason, whatever was reported during it and
 * still stands raises its alarm. That happens in the same commit, so that nothing that is wrong
 * goes out of sight in between.
 */
export function followTests(newId: () => string) {
  return (
    room: WholeRoom,
    events: readonly RoomEvent[],
    { at: now, entryAt }: Following,
  ): readonly RoomEvent[] => {
    const ended = events.flatMap((event) => (event.type === 'test-ended' ? [event.data] : []))
    if (ended.length === 0) return []
    // The instant the entries will have: a clock that is set back puts none before the last one.
    const at: Instant = Math.max(now, room.at)
    let seen = foresee(room, events, at)
    return ended.flatMap(({ testId, siteId }) => {
      const test = room.onTest.get(siteId)?.find((one) => one.testId === testId)
      return (test?.standing ?? []).filter(withoutTest(seen, siteId)).flatMap(({ seq }) => {
        const entry = entryAt(seq)
        const signal = signalSchema.safeParse(entry?.data).data
        if (!entry || !signal) return []
        const raised = raiseLate(
          seen,
          siteId,
          { ...signal, heldSince: entry.at },
          { alarmId: newId(), at },
        )
        seen = foresee(seen, raised, at)
        return raised
      })
    })
  }
}

function withoutTest({ onTest }: WholeRoom, siteId: string): (cause: StandingCause) => boolean {
  const taken = new Set(
    (onTest.get(siteId) ?? []).flatMap(({ standing }) => standing.map(({ seq }) => seq)),
  )
  return ({ seq }) => !taken.has(seq)
}
