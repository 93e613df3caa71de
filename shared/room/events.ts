import { z } from 'zod'
import { actorSchema } from '../accounts/actor'
import type { AnyEntry } from '../journal/entry'
import type { EntryIn, EventIn } from '../journal/fact'
import { sentence } from '../lang/decision'
import { SaidError } from '../lang/said-error'
import { type Merged, merged } from './merged'
import { nouns } from './nouns'

export const eventData: EventData = merged(nouns, 'events')
export type EventData = Merged<typeof nouns, 'events'>
export type EventType = keyof EventData

/** A fact not yet in the journal. */
export type RoomEvent = EventIn<EventData>

export type Entry = EntryIn<EventData>
export type EntryOf<Type extends EventType> = EntryIn<EventData, Type>

const anyEntrySchema = z.object({
  seq: z.number().int().positive(),
  at: z.number().int(),
  by: actorSchema,
  cause: z.string().nullable(),
  type: z.string(),
  v: z.number().int().positive(),
  data: z.unknown(),
  hash: z.string().length(64),
})

/**
 * Reads an entry from the wire. Throws a ZodError on anything else. It does not check the data: see
 * `upcast`.
 */
export const parseAnyEntry = (value: unknown): AnyEntry => anyEntrySchema.parse(value) as AnyEntry

const isKnown = (type: string): type is EventType => Object.hasOwn(eventData, type)

/**
 * Brings a stored entry to the shape this version folds. Old shapes are changed here on reading and
 * never rewritten; so far every event is at version 1. Throws on a type or version only a newer
 * program knows: folding past it would show a wrong room.
 */
export function upcast(entry: AnyEntry): Entry {
  if (!isKnown(entry.type) || entry.v !== 1)
    throw new SaidError(
      sentence(
        'entry-unknown',
        'Entry {seq} is of type {type} v{v}, which this version does not know. Upgrade it.',
        { seq: entry.seq, type: entry.type, v: entry.v },
      ),
    )
  return entry as Entry
}
