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
 * Sent on connecting: who the console is (token) and how far its room goes, so that it gets only
 * the rest.
 */
export const consoleHandshakeSchema = z.object({
  token: z.string().min(16).max(200),
  /** The unit and the last entry folded; absent when the console starts from nothing. */
  have: z
    .object({ unit: z.string(), seq: z.number().int().min(0), hash: z.string().length(64) })
    .nullable(),
  /**
   * The version of the register the console has, which is then not sent again. Older consoles leave
   * it out, and get snapshots with the whole room.
   */
  register: z.string().length(64).optional(),
})
export type ConsoleHandshake = z.output<typeof consoleHandshakeSchema>

export const storageCodes = [
  ...(['database-held', 'read-only', 'disk-error', 'damaged'] as const),
  ...(['disk-full', 'cannot-open', 'no-database'] as const),
] as const
export type StorageCode = (typeof storageCodes)[number]

/** `ok` false means that signals are not acknowledged and commands are refused. */
export const storageStateSchema = z.object({
  ok: z.boolean(),
  text: z.string(),
  since: z.number(),
  /** For the screen to word; absent when only the text tells. */
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
 * Sent once a second: the hub is alive, its clock, and how far its journal goes. Silence means that
 * the hub is lost.
 */
export const beatSchema = z.object({
  at: z.number(),
  seq: z.number().int(),
  storage: storageStateSchema,
})
export type Beat = z.output<typeof beatSchema>
export const beatInterval = 1_000
/**
 * Silence, in ms, after which a console says that it has lost the hub: on screen within 3 s of the
 * last beat (invariant 5).
 */
export const beatTimeout = 2_400

/**
 * The state at `seq`, for a console that has none or is too far behind. `hash` is that of the entry
 * at `seq`.
 */
export interface SnapshotMessage {
  readonly seq: number
  readonly hash: string
  readonly room: RoomJson | SentParts
}

/** A room in parts. The register is canonical text in pieces, or null when the receiver has it. */
export interface SentParts {
  readonly version: string
  readonly register: readonly string[] | null
  readonly work: WorkJson
}

export interface JoinedSnapshot {
  readonly seq: number
  readonly hash: string
  readonly room: TextParts
}

export const refusalSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  text: z.string(),
})

export const commandReplySchema = z.discriminatedUnion('result', [
  /** Done; a notice says that it already was. */
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

/** A client that is more entries behind than this gets a snapshot instead of a tail. */
export const longestTail = 20_000
/** Entries per message while catching up: so few that an alarm never waits long behind them. */
export const tailPage = 1_000

/**
 * Why a connection is refused: the `data` of the `connect_error`, whose message is the sentence.
 * Codes: `session-ended`, `journal-differs` (the console's past is not the hub's), `bad-handshake`,
 * `not-a-console`, `not-a-team`, `team-unknown`, `too-many`; a goodbye may also have `too-slow` and
 * `hub-stops`.
 */
export const linkRefusalSchema = z.object({ code: z.string(), message: z.string() })
export type LinkRefusal = z.output<typeof linkRefusalSchema>

export interface HubToConsole {
  welcome(message: Welcome): void
  beat(message: Beat): void
  snapshot(message: SnapshotMessage): void
  entries(entries: readonly AnyEntry[]): void
  /**
   * The newest fix of every team that has a new one; of all teams on connecting and now and then.
   */
  positions(positions: readonly z.output<typeof positionSchema>[]): void
  /** The hub's last word before it ends the connection. */
  goodbye(why: LinkRefusal): void
}
export interface ConsoleToHub {
  command(envelope: z.output<typeof envelopeSchema>, reply: (reply: CommandReply) => void): void
  /**
   * A JSON array of entries in UTF-8: fewer than asked for when a page is full, none when there are
   * no more. A request that makes no sense is refused.
   */
  history(request: HistoryRequest, reply: (answer: Uint8Array | Refused) => void): void
  /**
   * A question to the records (shared/records/queries.ts), answered as JSON in UTF-8, or refused.
   */
  records(request: RecordsAsked, reply: (answer: Uint8Array | Refused) => void): void
}
