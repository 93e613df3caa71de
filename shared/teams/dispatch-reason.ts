import { minute } from '../lang/instant'
import type { Room } from '../room/room'
import type { DispatchReason } from './assignment'
import type { PassedOver, Recommendation } from './recommend'

/**
 * Teams named in the reason: the nearest ones matter, and a journal entry has room for one line.
 */
const namedAtMost = 4

/**
 * Why this team is sent, as evidence: the figures it was ranked by, and one English line with what
 * the console recommended and whom it passed over. The figures are null when the team is not a
 * candidate.
 */
export function dispatchReason(
  room: Room,
  recommendation: Recommendation,
  teamId: string,
): DispatchReason {
  const { candidates, passedOver } = recommendation
  const candidate = candidates.find((row) => row.teamId === teamId)
  const first = candidates[0]
  const recommended = first?.teamId === teamId
  const sign = (id: string) => room.teams.get(id)?.callSign ?? id
  const opening = recommended
    ? 'nearest available'
    : `chosen by the officer; recommended was ${sign(first?.teamId ?? '?')}`
  const others = passedOver.slice(0, namedAtMost).map((row) => `${sign(row.teamId)} ${why(row)}`)
  const text = others.length > 0 ? `${opening}; passed over: ${others.join(', ')}` : opening
  return {
    recommended,
    text: text.slice(0, 300),
    metres: candidate ? Math.round(candidate.metres) : null,
    seconds: candidate ? Math.round(candidate.seconds) : null,
    // A fix may be stamped a moment ahead of the hub's clock.
    positionAge:
      candidate?.positionAge == null ? null : Math.max(0, Math.round(candidate.positionAge)),
  }
}

function why({ reason, positionAge }: PassedOver): string {
  if (reason === 'position-old')
    return `position ${Math.round((positionAge ?? 0) / minute)} min old`
  return reason === 'busy' ? 'busy' : 'out of service'
}
