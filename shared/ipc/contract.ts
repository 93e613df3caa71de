import { z } from 'zod'
import { type Actor, actorSchema, roleSchema } from '../accounts/actor'
import type { AnyEntry } from '../journal/entry'
import type { Refusal } from '../lang/decision'
import { idSchema } from '../lang/id'
import { type Language, languageSchema } from '../lang/language'
import { paperDrawnSchema, printSchema } from '../paper/paper'
import type { RecordsPage } from '../records/request'
import type { RegionMapState } from '../region-map/region-map'
import { type Command, envelopeSchema } from '../room/commands'
import type { WorkJson } from '../room/parts'
import { deskLayoutSchema } from '../settings/layout'
import { type DeskSettings, ownPreferencesSchema } from '../settings/preferences'
import { viewNames } from '../settings/window-place'
import { keptPictureSchema } from '../sites/picture'
import type { Site } from '../sites/site'
import { deskSoundSchema } from '../sound/desk-sound'
import type { SoundState } from '../sound/sound-state'
import type { Position } from '../teams/position'
import {
  type CommandReply,
  recordsAskedSchema,
  refusalSchema,
  storageStateSchema,
} from '../wire/console-feed'
import type { DuressWordsReply } from '../wire/duress-words'
import { selectionSchema, type ToldSelection } from './selection'

/**
 * Everything the main process and a window say to each other. A window asks `requests` and main
 * answers them; `pushes` go from main to a window. Each names the unit it is about. Both sides take
 * channel names and shapes only from here.
 */

/**
 * This console's id for an attached unit: the unit's own id if its hub was reached before,
 * otherwise one made from the hub's name. It does not change while the unit is attached.
 */
export const unitIdSchema = idSchema
export type UnitId = z.output<typeof unitIdSchema>

export const demoSignInSchema = z.object({
  password: z.string(),
  users: z.array(z.object({ username: z.string(), role: roleSchema })),
})
export type DemoSignIn = z.output<typeof demoSignInSchema>

/** Why the hub was not reached, as far as is known. */
export const whyAwaySchema = z.enum([
  'refused',
  'no-such-host',
  'no-answer',
  'another-program',
  'not-trusted',
  'broken-off',
  'other',
])
export type WhyAway = z.output<typeof whyAwaySchema>

export const reasonedSchema = refusalSchema.extend({
  because: refusalSchema.extend({ because: refusalSchema.optional() }).optional(),
})

/**
 * A code and values for the screen to word, and English for logs; null when nothing is to be said.
 */
const saidSchema = reasonedSchema.nullable()

export const linkStateSchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('starting'), since: z.number(), said: saidSchema }),
  /**
   * The hub wants a name and a password. `said` says why when a session has ended; only a demo has
   * `demo`.
   */
  z.object({
    phase: z.literal('signed-out'),
    since: z.number(),
    hub: z.string(),
    said: saidSchema,
    demo: demoSignInSchema.optional(),
  }),
  z.object({
    phase: z.literal('live'),
    since: z.number(),
    hub: z.string(),
    you: actorSchema,
    storage: storageStateSchema,
  }),
  z.object({
    phase: z.literal('lost'),
    since: z.number(),
    hub: z.string(),
    said: saidSchema,
    /** The link was lost during sign-in. Until it is back, nobody sees the room. */
    atSignIn: z.boolean().optional(),
    /** The room on screen is this console's own copy, as of this instant of the hub's clock. */
    copyOf: z.number().optional(),
    /** Set when the hub was sought and not found. */
    why: whyAwaySchema.optional(),
    /**
     * Nobody has signed in since the start: the room can be read, commands are refused and not
     * kept.
     */
    readOnly: z.boolean().optional(),
    /** Who is signed in and acts here meanwhile. */
    you: actorSchema.optional(),
  }),
  /**
   * The embedded hub, or the hub's answer, makes work impossible (port in use, another unit's
   * journal): in words.
   */
  z.object({ phase: z.literal('failed'), since: z.number(), said: saidSchema }),
])
export type LinkState = z.output<typeof linkStateSchema>

export interface NamedCommand {
  readonly commandId: string
  readonly type: string
  readonly issuedAt: number
}

/** A command that the hub's room does not show yet. */
export interface PendingCommand extends NamedCommand {
  readonly command: Command
  readonly by: Actor
  readonly unit: string
  /**
   * `under-way`: given a moment ago, and not worth a word. `waiting`: not sent yet, so it can be
   * taken back. `sent`: the hub may have carried it out, but its answer has not come.
   */
  readonly state: 'under-way' | 'waiting' | 'sent'
}

export type CommandOutcome = CommandReply | { readonly result: 'pending' }

export interface SettledCommand extends NamedCommand {
  readonly reply: CommandReply
  /** The command and who gave it; absent when this version cannot read what was stored. */
  readonly command?: Command
  readonly by?: Actor
}

export interface BeaconState {
  readonly phase: 'not-configured' | 'connecting' | 'ready' | 'failed'
  readonly on: boolean
  readonly text: string
}

/** How far the console's own copy of the journal goes; `fault` says why it has stopped. */
export interface LocalJournalState {
  readonly seq: number
  readonly hubSeq: number
  readonly fault: Refusal | null
}

/**
 * A room sent to a window. The register of sites comes separately, as this version's columns
 * (`register-columns`), once for all rooms that have it.
 */
export interface DeskRoom {
  readonly version: string
  readonly work: WorkJson
}

/** Everything a window needs to draw the room; after that, pushes keep it current. */
export interface Attached {
  readonly room: DeskRoom
  readonly positions: readonly Position[]
  readonly link: LinkState
  readonly pending: readonly PendingCommand[]
  readonly beacon: BeaconState
  readonly sound: SoundState
  readonly localJournal: LocalJournalState
  readonly language: Language
  readonly settings: DeskSettings
  /** Hub clock minus console clock, ms. */
  readonly clockOffset: number
}

export interface ReplaySpan {
  readonly from: number
  readonly to: number
}

export interface ReplayFrame {
  readonly at: number
  readonly room: DeskRoom
  readonly positions: readonly Position[]
}

/**
 * What happened in `(after, until]`: entries by seq, fixes by time. `more` is true when the page
 * was cut at `limit`.
 */
export interface ReplayPage {
  readonly entries: readonly AnyEntry[]
  readonly positions: readonly Position[]
  readonly more: boolean
}

/**
 * The answer to a question about the past. `from` says whose records it is: this console's own, or
 * the hub's, while its own journal is still being copied.
 */
export interface RecordsReply {
  readonly from: 'console' | 'hub'
  readonly page: RecordsPage<unknown>
}

export const requestSchemas = {
  attach: z.object({}),
  /** The rows of the sites, all that a window holds of them (shared/site-columns). */
  'register-columns': z.object({ version: z.string().length(64) }),
  'site-card': z.object({ siteId: idSchema, asOf: z.number().int().min(0).optional() }),
  /** How far the window has drawn the room; a window that stops saying so has stopped. */
  drawn: z.object({ seq: z.number().int().min(0) }),
  'sign-in': z.object({ username: z.string().max(80), password: z.string().max(200) }),
  'sign-out': z.object({}),
  /** A hub by its address, or null for this desk's own. Takes effect at once and is stored. */
  'choose-hub': z.object({ hub: z.string().max(300).nullable() }),
  /** Tries a missing hub or failed link at once; answered when the try is over. */
  'try-again': z.object({}),
  command: envelopeSchema,
  'withdraw-command': z.object({ commandId: idSchema }),
  /**
   * The duress words of a site's contacts, which only the hub has; the journal records who asked.
   */
  'duress-words': z.object({ siteId: idSchema }),
  /**
   * A picture of a site as bytes, by the name on its card: from this desk's folder or from the hub.
   */
  'site-picture': z.object({ picture: keptPictureSchema }),
  /** Dials a contact with the program that this desk's system has for it. */
  dial: z.object({ phone: z.string().max(40) }),
  'set-language': z.object({ language: languageSchema }),
  /** A null part goes back to the usual values, or for a person to those of the desk. */
  'change-settings': z.object({
    whose: z.enum(['desk', 'own']),
    part: ownPreferencesSchema.nullable(),
  }),
  'set-layout': deskLayoutSchema,
  /** Opens a window beside the room, or closes it. */
  'toggle-view': z.object({ view: z.enum(viewNames) }),
  /** What is selected in this window; the others of the room follow. */
  select: z.object({ selection: selectionSchema }),
  'export-settings': z.object({}),
  'import-settings': z.object({}),
  'region-map': z.object({}),
  /** Asks a person for a file of map tiles and takes it in; answered when that is over. */
  'import-region-map': z.object({}),
  'cancel-region-map': z.object({}),
  'remove-region-map': z.object({}),
  'beacon-test': z.object({}),
  'sound-test': z.object({}),
  'set-sound': deskSoundSchema,
  /**
   * Silences the sound of a lost hub until the hub is lost again. Alarms are never silenced by it.
   */
  'loss-heard': z.object({}),
  /** A query of past records. A replay sets `upTo` so that it shows nothing later. */
  records: recordsAskedSchema,
  print: printSchema,
  'paper-drawn': paperDrawnSchema,
  'replay-span': z.object({}),
  'open-replay': z.object({ from: z.number(), to: z.number() }),
  'replay-frame': z.object({ at: z.number() }),
  'replay-page': z.object({
    afterSeq: z.number().int().min(0),
    afterAt: z.number(),
    until: z.number(),
  }),
} as const
export type RequestName = keyof typeof requestSchemas
export type RequestOf<Name extends RequestName> = z.output<(typeof requestSchemas)[Name]>

/** A person chose a file and it was done, or chose none; what goes wrong is said. */
export type FileOutcome = 'done' | 'cancelled'

export interface Answers {
  attach: Attached
  /** Null when the room has a newer version; ask again with that one. */
  'register-columns': Uint8Array | null
  /** Null when it is not in the register. */
  'site-card': Site | null
  drawn: null
  /** Null when signed in, otherwise the reason why not. */
  'sign-in': Refusal | null
  'sign-out': null
  /** Null when chosen, otherwise the reason why not. */
  'choose-hub': Refusal | null
  'try-again': null
  command: CommandOutcome
  /** False when the hub has already answered, so it is too late. */
  'withdraw-command': boolean
  'duress-words': DuressWordsReply
  /** Null when it is not here and the hub cannot give it now. */
  'site-picture': Uint8Array | null
  /** Null when it was handed over, or when this desk only marks calls; otherwise why not. */
  dial: Refusal | null
  'set-language': null
  'change-settings': null
  'set-layout': null
  'toggle-view': null
  select: null
  'export-settings': FileOutcome
  'import-settings': FileOutcome
  'region-map': RegionMapState
  'import-region-map': FileOutcome
  'cancel-region-map': null
  'remove-region-map': null
  'beacon-test': BeaconState
  'sound-test': SoundState
  'set-sound': SoundState
  'loss-heard': null
  records: RecordsReply
  /** Rejects with the reason when the file was not written. */
  print: FileOutcome
  'paper-drawn': null
  'replay-span': ReplaySpan | null
  'open-replay': null
  'replay-frame': ReplayFrame
  'replay-page': ReplayPage
}

export interface Pushes {
  link: LinkState
  /** The room was replaced (another unit, a snapshot): attach again. */
  reset: null
  entries: readonly AnyEntry[]
  positions: readonly Position[]
  pending: readonly PendingCommand[]
  settled: SettledCommand
  beacon: BeaconState
  sound: SoundState
  settings: DeskSettings
  /** The street map of this desk; replay windows draw it too. */
  'region-map': RegionMapState
  /** What was selected in another window. */
  selection: ToldSelection
  'local-journal': LocalJournalState
  clock: { readonly offset: number }
}
export type PushName = keyof Pushes

/** A window's connection to the main process for one unit. */
export interface Bridge {
  /** Rejects with the main process's reason, in a form for people (see `saidOf`). */
  ask<Name extends RequestName>(name: Name, request: RequestOf<Name>): Promise<Answers[Name]>
  /** Returns the unsubscribe function. */
  on<Name extends PushName>(name: Name, listener: (push: Pushes[Name]) => void): () => void
}

/**
 * How a window speaks with the main process: made by `openBridge(window.navbatchi)`, see
 * text-bridge.ts.
 */
export interface ConsoleBridge {
  /** The units this console is attached to; today always one. */
  units(): Promise<readonly UnitId[]>
  /** Called with all units when one is added or removed. Returns the unsubscribe function. */
  onUnits(listener: (units: readonly UnitId[]) => void): () => void
  unit(unit: UnitId): Bridge
}
