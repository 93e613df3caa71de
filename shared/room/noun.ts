import type { z } from 'zod'
import type { Issuer } from '../accounts/issuer'
import type { Stamp } from '../accounts/stamp'
import type { Mark } from '../expected/mark'
import type { EntryIn, EventIn, EventSchemas } from '../journal/fact'
import type { Decision } from '../lang/decision'
import type { Projection } from '../records/projection'
import type { Part } from './part'
import type { Room } from './room'

/** Schemas of the commands' fields besides `type`, by type. */
export type CommandSchemas = Readonly<Record<string, z.ZodObject>>
export type NoCommands = Readonly<Record<never, z.ZodObject>>

export type CommandIn<
  Commands extends CommandSchemas,
  Type extends keyof Commands = keyof Commands,
> = { readonly [One in Type]: { readonly type: One } & Said<z.output<Commands[One]>> }[Type]

/** Zod gives an object without fields every field there is, of no type. */
type Said<Fields> = string extends keyof Fields ? unknown : Fields

export interface Rule<Command, Event> {
  readonly may: readonly Issuer[]
  readonly decide: (room: Room, command: Command, stamp: Stamp) => Decision<Event>
  /**
   * Which site the command is about, when neither it nor the alarm or incident it names says so.
   */
  readonly siteOf?: (room: Room, command: Command) => string | undefined
}

/**
 * What the rest of the core knows of a noun. Everything in `shared/` that depends on the types of
 * events and commands is derived from the list of these values (nouns.ts). `Decided` are events of
 * other nouns that its commands may lead to.
 */
export interface Noun<
  Events extends EventSchemas,
  Commands extends CommandSchemas,
  Parts extends keyof Room = never,
  Decided extends EventSchemas = Events,
> {
  readonly events: Events
  readonly folds: {
    readonly [Type in keyof Events]: (room: Room, entry: EntryIn<Events, Type>) => Room
  }
  /**
   * Which rows of the screen an entry changes, found before it is folded. An event left out here
   * shows only as its line in the log, or no command leads to it.
   */
  readonly marks?: {
    readonly [Type in keyof Events]?: (room: Room, entry: EntryIn<Events, Type>) => readonly Mark[]
  }
  /** Entries also found by their site's name, because something at the site begins or ends. */
  readonly foundBySiteName?: readonly (keyof Events)[]
  /** What the records keep of it beyond current work. */
  readonly projections: readonly Projection[]
  readonly parts: { readonly [Name in Parts]: Part<Name> }
  readonly commands: Commands
  readonly rules: {
    readonly [Type in keyof Commands]: Rule<
      CommandIn<Commands, Type>,
      EventIn<Events> | EventIn<Decided>
    >
  }
}
