import { z } from 'zod'
import { idSchema } from '../lang/id'
import type { Instant } from '../lang/instant'
import type { RoomEvent } from '../room/events'
import type { WholeRoom } from '../room/room'
import { receiveSignals } from '../signals/receive-signals'
import { signalSchema } from '../signals/signal'

/** One message's signals, each with the id of the alarm it may raise. */
export const receivedSchema = z
  .object({ signals: z.array(signalSchema), alarmIds: z.array(idSchema) })
  .refine(({ signals, alarmIds }) => signals.length === alarmIds.length, {
    message: 'There must be one alarm id for each signal',
  })

export function decideReceive(
  room: WholeRoom,
  { signals, alarmIds }: z.output<typeof receivedSchema>,
  at: Instant,
): readonly RoomEvent[] {
  let next = 0
  return receiveSignals(room, signals, { at, newId: () => alarmIds[next++] ?? '' })
}
