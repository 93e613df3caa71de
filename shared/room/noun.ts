import type { z } from 'zod'
import type { Issuer } from '../accounts/issuer'
import type { Stamp } from '../accounts/stamp'
import type { Mark } from '../expected/mark'
import type { EntryIn, EventIn, EventSchemas } from '../journal/fact'
import type { Decision } from '../lang/decision'
import type { Projection } from '../records/projection'
import type { Part } from './part'
import type { Room } from './room'

/** The schemas of what some commands say besides their type, by type. */
export type CommandSchemas = Readonly<Record<string, z.ZodObject>>
export type NoCommands = Readonly<Record<never, z.ZodObject>>

/** One of these commands. */
export type CommandIn<
  Commands extends CommandSchemas,
  Type extends keyof Commands = keyof Commands,
> = { readonly [One in Type]: { readonly type: One } & z.output<Commands[One]> }[Type]

/** How a command is judged: by the role of whoever gives it, then by the room as it is. */
export interface Rule<Command, Event> {
  readonly may: readonly Issuer[]
  readonly decide: (room: Room, command: Command, stamp: Stamp) => Decision<Event>
  /** Which site it is about, where neither the command nor the alarm or incident it names says so. */
  readonly siteOf?: (room: Room, command: Command) => string | undefined
}

/**
 * What a noun is to the rest of the core: everything in `shared/` that goes by the types of its
 * events and commands is derived from the list of these values (nouns.ts). `Decided` are the events
 * of other nouns that its commands may lead to.
 */
export interface Noun<
  Events extends EventSchemas,
  Commands extends CommandSchemas,
  Parts extends keyof Room = never,
  Decided extends EventSchemas = Events,
> {
  readonly events: Events
  /** Exactly one for each event. */
  readonly folds: {
    readonly [Type in keyof Events]: (room: Room, entry: EntryIn<Events, Type>) => Room
  }
  /**
   * Which rows of the screen an entry changes, told before it is folded. What is left out shows by
   * its line in the log alone, or no command leads to it.
   */
  readonly marks?: {
    readonly [Type in keyof Events]?: (room: Room, entry: EntryIn<Events, Type>) => readonly Mark[]
  }
  /** Entries that are found by the name of their site too: something at it begins or ends. */
  readonly foundBySiteName?: readonly (keyof Events)[]
  /** What is kept of it in the records, beyond what is being worked on. */
  readonly projections: readonly Projection[]
  /** What of the room is this noun's. */
  readonly parts: { readonly [Name in Parts]: Part<Name> }
  readonly commands: Commands
  /** Exactly one for each command. */
  readonly rules: {
    readonly [Type in keyof Commands]: Rule<
      CommandIn<Commands, Type>,
      EventIn<Events> | EventIn<Decided>
    >
  }
}
