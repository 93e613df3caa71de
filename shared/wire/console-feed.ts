import { z } from 'zod'
import { actorSchema } from '../accounts/actor'
import type { AnyEntry } from '../journal/entry'
import { recordsQueryNames } from '../records/queries'
import type { envelopeSchema } from '../room/commands'
import type { TextParts, WorkJson } from '../room/parts'
import type { RoomJson } from '../room/room-json'
import type { positionSchema } from '../teams/position'

/** The words of the `/console` namespace. */

/**
 * What a console says when it connects: who it is (token) and how far its room goes, so that it
 * gets the rest only.
 */
export const consoleHandshakeSchema = z.object({
  token: z.string().min(16).max(200),
  /** The unit and the last entry the console has folded; absent when it starts from nothing. */
  have: z
    .object({ unit: z.string(), seq: z.number().int().min(0), hash: z.string().length(64) })
    .nullable(),
  /**
   * The version of the register of sites it has, which is then not sent again. Consoles of before
   * this leave it out, and get their snapshots with the room as a whole.
   */
  register: z.string().length(64).optional(),
})
export type ConsoleHandshake = z.output<typeof consoleHandshakeSchema>

/** What can keep a hub from storing, as far as it can be told. */
export const storageCodes = [
  ...(['database-held', 'read-only', 'disk-error', 'damaged'] as const),
  ...(['disk-full', 'cannot-open', 'no-database'] as const),
] as const
export type StorageCode = (typeof storageCodes)[number]

/**
 * Storage trouble in words; `ok` false means that signals are not acknowledged and commands are
 * refused.
 */
export const storageStateSchema = z.object({
  ok: z.boolean(),
  text: z.string(),
  since: z.number(),
  /** What keeps it from storing, for the screen to word; absent where only the text tells. */
  code: z.enum(storageCodes).optional().catch(undefined),
})
export type StorageState = z.output<typeof storageStateSchema>

/** First message after connecting. */
export const welcomeSchema = z.object({
  unit: z.object({ id: z.string(), name: z.string(), demo: z.boolean() }),
  you: actorSchema,
  head: z.object({ seq: z.number().int(), hash: z.string().length(64) }),
  hubTime: z.number(),
  storage: storageStateSchema,
})
export type Welcome = z.output<typeof welcomeSchema>

/**
 * Once a second: the hub is alive, this is its clock and how far its journal goes. Silence is the
 * loss of the hub.
 */
export const beatSchema = z.object({
  at: z.number(),
  seq: z.number().int(),
  storage: storageStateSchema,
})
export type Beat = z.output<typeof beatSchema>
/** Time between beats, ms. */
export const beatInterval = 1_000
/**
 * Silence after which a console says that it has lost the hub, ms: on screen within 3 s of the last
 * word (invariant 5).
 */
export const beatTimeout = 2_400

/**
 * The state at a seq, for a console that has none or is too far behind. `hash` is that of the entry
 * at `seq`.
 */
export interface SnapshotMessage {
  readonly seq: number
  readonly hash: string
  readonly room: RoomJson | SentParts
}

/** A room in parts; the register as its canonical text in pieces, or null for who has it. */
export interface SentParts {
  readonly version: string
  readonly register: readonly string[] | null
  readonly work: WorkJson
}

/** A snapshot as it is taken up. */
export interface JoinedSnapshot {
  readonly seq: number
  readonly hash: string
  readonly room: TextParts
}

/** A `Refusal` on the wire. */
export const refusalSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  text: z.string(),
})

export const commandReplySchema = z.discriminatedUnion('result', [
  /** Done, or (with a notice) already so. */
  z.object({
    result: z.literal('ok'),
    seq: z.number().int(),
    notice: refusalSchema.nullable(),
  }),
  z.object({
    result: z.literal('refused'),
    refusal: refusalSchema,
  }),
])
export type CommandReply = z.output<typeof commandReplySchema>
export type Refused = Extract<CommandReply, { result: 'refused' }>

export const historyRequestSchema = z.object({
  after: z.number().int().min(0),
  limit: z.number().int().min(1).max(2000),
})
export type HistoryRequest = z.output<typeof historyRequestSchema>

export const recordsAskedSchema = z.object({
  name: z.enum(recordsQueryNames),
  request: z.record(z.string(), z.unknown()),
})
export type RecordsAsked = z.output<typeof recordsAskedSchema>

/**
 * How a client that gave `have` is brought up to date: at most this many entries as a tail, else by
 * a snapshot.
 */
export const longestTail = 20_000
/**
 * Entries per message while catching up: small enough that an alarm never waits long behind one.
 */
export const tailPage = 1_000

/**
 * Why a connection is not wanted: the `data` of the `connect_error`, whose message is the sentence.
 * Codes: `session-ended`,
 * `journal-differs` (the console's past is not the hub's), `bad-handshake`, `not-a-console`, `not-a-team`, `team-unknown`,
 * `too-many`; and in a goodbye also `too-slow` and `hub-stops`.
 */
export const linkRefusalSchema = z.object({ code: z.string(), message: z.string() })
export type LinkRefusal = z.output<typeof linkRefusalSchema>

export interface HubToConsole {
  welcome(message: Welcome): void
  beat(message: Beat): void
  snapshot(message: SnapshotMessage): void
  entries(entries: readonly AnyEntry[]): void
  /** Newest fix of teams that have a new one; now and then, and on connecting, of all. */
  positions(positions: readonly z.output<typeof positionSchema>[]): void
  /** The last word before the hub ends the connection: why. */
  goodbye(why: LinkRefusal): void
}
export interface ConsoleToHub {
  command(envelope: z.output<typeof envelopeSchema>, reply: (reply: CommandReply) => void): void
  /**
   * A JSON array of entries, as bytes of UTF-8: fewer than asked for when a page is full, none when
   * there are no more. Or a refusal (of a request that makes no sense).
   */
  history(request: HistoryRequest, reply: (answer: Uint8Array | Refused) => void): void
  /**
   * A question to the records of the past (shared/records/queries.ts), answered as JSON in bytes of
   * UTF-8, or refused.
   */
  records(request: RecordsAsked, reply: (answer: Uint8Array | Refused) => void): void
}
