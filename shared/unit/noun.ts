import { z } from 'zod'
import type { EntryIn } from '../journal/fact'
import { idSchema } from '../lang/id'
import type { NoCommands, Noun } from '../room/noun'
import { plain } from '../room/part'
import type { Room } from '../room/room'

/**
 * Of a journal, in its first entry: a copy has it too, and no other journal. Short, since what the
 * core starts by itself is named after it (see own-id.ts).
 */
export const journalIdSchema = z.string().regex(/^[\da-z]{8,16}$/)

/** A journal's first entry is always `unit-founded`. */
const unitEvents = {
  'unit-founded': z.object({
    unitId: idSchema,
    name: z.string().min(1).max(120),
    demo: z.boolean(),
    /** Journals founded by earlier versions have none. */
    journal: journalIdSchema.optional(),
  }),
  /**
   * A snapshot of the room after entry `seq` was stored; `hash` is the SHA-256 of its canonical
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
