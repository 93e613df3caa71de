import { z } from 'zod'
import type { EntryIn } from '../journal/fact'
import { idSchema } from '../lang/id'
import type { NoCommands, Noun } from '../room/noun'
import { plain } from '../room/part'
import type { Room } from '../room/room'

/**
 * A journal's id, in its first entry: copies share it, other journals never. Short, since ids the
 * core makes contain it (see own-id.ts).
 */
export const journalIdSchema = z.string().regex(/^[\da-z]{8,16}$/)

/** A journal's first entry is always `unit-founded`. */
const unitEvents = {
  'unit-founded': z.object({
    unitId: idSchema,
    name: z.string().min(1).max(120),
    demo: z.boolean(),
    /** Absent in journals founded by earlier versions. */
    journal: journalIdSchema.optional(),
  }),
  /**
   * The room after entry `seq` was stored as a snapshot; `hash` is the SHA-256 of its canonical
   * text.
   */
  'snapshot-taken': z.object({ seq: z.number().int().positive(), hash: z.string().length(64) }),
} as const

const founded = (room: Room, { data }: EntryIn<typeof unitEvents, 'unit-founded'>): Room => ({
  ...room,
  unit: {
    id: data.unitId,
    name: data.name,
    demo: data.demo,
    ...(data.journal !== undefined && { journal: data.journal }),
  },
})

// It proves a snapshot, and says nothing that the entries before it do not.
const snapshotTaken = (room: Room): Room => room

export const unit: Noun<typeof unitEvents, NoCommands, 'unit'> = {
  events: unitEvents,
  folds: { 'unit-founded': founded, 'snapshot-taken': snapshotTaken },
  parts: { unit: plain<Room['unit']>(null) },
  projections: [],
  commands: {},
  rules: {},
}
