import { z } from 'zod'
import type { Instant } from '../lang/instant'
import type { Room } from '../room/room'
import { aboutSchema, type EscalationEvent, isHigher, type Level, levels } from './escalation'
import { toldAt } from './on-duty'
import { levelOf } from './standing'
import { mayEscalate, type Waiting, waitOf } from './waiting'

/** Things escalated in one commit; the next commit takes more, while alarms wait. */
export const mostAtOnce = 50

export const dueSchema = z.object({
  due: z
    .array(z.object({ about: aboutSchema, level: z.enum(levels) }))
    .min(1)
    .max(mostAtOnce),
})

type Told = Extract<EscalationEvent, { type: 'escalated' }>

/**
 * Escalates what has waited too long, if it still waits and has not reached that level. If nobody
 * is signed in for a level, the entry says so, and the next level is told at once.
 */
export function decideEscalate(
  room: Room,
  { due }: z.output<typeof dueSchema>,
  at: Instant,
): readonly Told[] {
  return due.flatMap(({ about, level }) => {
    const wait = waitOf(room, about)
    if (!wait || !mayEscalate(room, wait, at)) return []
    const reached = levelOf(room, wait)
    if (reached !== null && !isHigher(level, reached)) return []
    const told = tell(room, { wait, level, at })
    const absent = level === 'second-officer' && told.data.to.length === 0
    return absent ? [told, tell(room, { wait, level: 'supervisor', at })] : [told]
  })
}

function tell(
  { load }: Room,
  { wait, level, at }: { readonly wait: Waiting; readonly level: Level; readonly at: Instant },
): Told {
  const { about, since, ownerId } = wait
  const to = [...toldAt(level, { load, ownerId }, at)]
  return { type: 'escalated', data: { ...about, level, since, to } }
}
