import { z } from 'zod'
import { actorSchema } from '../accounts/actor'
import { centreEvents } from '../accounts/centre-events'
import { secretEvents } from '../accounts/secret-events'
import { userEvents } from '../accounts/user-events'
import { alarmEvents } from '../alarms/alarm'
import { incidentEvents } from '../incidents/incident'
import type { AnyEntry, EntryHead } from '../journal/entry'
import { idSchema } from '../lang/id'
import { linkEvents } from '../links/link'
import { onTestEvents } from '../on-test/on-test'
import { signalEvents } from '../signals/signal'
import { siteEvents } from '../sites/site'
import { assignmentEvents } from '../teams/assignment'
import { teamEvents } from '../teams/team'
import { foldEvents } from '../triage/ledger'

/** Facts of the duty unit itself. A journal's first entry is always `unit-founded`. */
const unitEvents = {
  'unit-founded': z.object({
    unitId: idSchema,
    name: z.string().min(1).max(120),
    demo: z.boolean(),
  }),
  'officer-signed-in': z.object({ sessionId: idSchema, from: z.string().max(120) }),
  'officer-signed-out': z.object({ sessionId: idSchema }),
  /**
   * A snapshot of the room after entry `seq` was stored; `hash` is the SHA-256 of its canonical
   * text.
   */
  'snapshot-taken': z.object({ seq: z.number().int().positive(), hash: z.string().length(64) }),
} as const

/**
 * Every event there is, by type. A feature adds its own record here, and the compiler then asks for
 * it in the fold.
 */
export const eventData = {
  ...unitEvents,
  ...userEvents,
  ...centreEvents,
  ...secretEvents,
  ...siteEvents,
  ...teamEvents,
  ...signalEvents,
  ...linkEvents,
  ...onTestEvents,
  ...alarmEvents,
  ...foldEvents,
  ...incidentEvents,
  ...assignmentEvents,
} as const

export type EventType = keyof typeof eventData
type DataOf<Type extends EventType> = z.output<(typeof eventData)[Type]>

/** A fact not yet in the journal. */
export type RoomEvent = {
  [Type in EventType]: { readonly type: Type; readonly data: DataOf<Type> }
}[EventType]

/** A fact in the journal. */
export type Entry = {
  [Type in EventType]: EntryHead & { readonly type: Type; readonly data: DataOf<Type> }
}[EventType]

export type EntryOf<Type extends EventType> = Extract<Entry, { type: Type }>

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
 * Reads an entry as it came over a wire; throws a ZodError on anything that is not one. The data is
 * not judged: see `upcast`.
 */
export const parseAnyEntry = (value: unknown): AnyEntry => anyEntrySchema.parse(value) as AnyEntry

const isKnown = (type: string): type is EventType => Object.hasOwn(eventData, type)

/**
 * Brings an entry as stored to the shape this version folds. Old shapes are changed here on reading
 * and never rewritten; every event is at version 1 so far. Throws on a type or version that only a
 * newer program knows, since folding past it would show a wrong room.
 */
export function upcast(entry: AnyEntry): Entry {
  if (!isKnown(entry.type) || entry.v !== 1)
    throw new Error(
      `Entry ${entry.seq} is of type ${entry.type} v${entry.v}, which this version does not know. Upgrade it.`,
    )
  return entry as Entry
}
