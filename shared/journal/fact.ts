import type { z } from 'zod'
import type { EntryHead } from './entry'

/** The schemas of the data of some events, by type. */
export type EventSchemas = Readonly<Record<string, z.ZodObject>>

/** A fact not yet in the journal: one of these events. */
export type EventIn<Events extends EventSchemas, Type extends keyof Events = keyof Events> = {
  readonly [One in Type]: { readonly type: One; readonly data: z.output<Events[One]> }
}[Type]

/** A fact in the journal: an entry of one of these events. */
export type EntryIn<Events extends EventSchemas, Type extends keyof Events = keyof Events> = {
  readonly [One in Type]: EntryHead & { readonly type: One; readonly data: z.output<Events[One]> }
}[Type]
