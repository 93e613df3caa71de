import type { z } from 'zod'
import type { EntryHead } from './entry'

export type EventSchemas = Readonly<Record<string, z.ZodObject>>

/** A fact that is not in the journal yet. */
export type EventIn<Events extends EventSchemas, Type extends keyof Events = keyof Events> = {
  readonly [One in Type]: { readonly type: One; readonly data: z.output<Events[One]> }
}[Type]

export type EntryIn<Events extends EventSchemas, Type extends keyof Events = keyof Events> = {
  readonly [One in Type]: EntryHead & { readonly type: One; readonly data: z.output<Events[One]> }
}[Type]
