import { z } from 'zod'
import type { EntryIn } from '../journal/fact'
import { idSchema } from '../lang/id'
import type { NoCommands, Noun } from '../room/noun'
import { plain } from '../room/part'
import type { Room } from '../room/room'

/** A journal's first entry is always `unit-founded`. */
const unitEvents = {
  'unit-founded': z.object({
    unitId: idSchema,
    name: z.string().min(1).max(120),
    demo: z.boolean(),
  }),
  /**
   * A snapshot of the room after entry `seq` was stored; `hash` is the SHA-256 of its canonical
   * text.
   */
  'snapshot-taken': z.object({ seq: z.number().int().positive(), hash: z.string().length(64) }),
} as const

const founded = (room: Room, { data }: EntryIn<typeof unitEvents, 'unit-founded'>): Room => ({
  ...room,
  unit: { id: data.unitId, name: data.name, demo: data.demo },
})

// It proves a snapshot, which says nothing that the entries before do not.
const snapshotTaken = (room: Room): Room => room

/** The duty unit itself, and the proofs of its journal. */
export const unit: Noun<typeof unitEvents, NoCommands, 'unit'> = {
  events: unitEvents,
  folds: { 'unit-founded': founded, 'snapshot-taken': snapshotTaken },
  parts: { unit: plain<Room['unit']>(null) },
  projections: [],
  commands: {},
  rules: {},
}
