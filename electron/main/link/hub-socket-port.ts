import type { AnyEntry } from '../../../shared/journal/entry'
import type { Refusal } from '../../../shared/lang/decision'
import type { RecordsPage } from '../../../shared/records/request'
import type { Envelope } from '../../../shared/room/commands'
import type { Position } from '../../../shared/teams/position'
import type {
  Beat,
  CommandReply,
  ConsoleHandshake,
  HistoryRequest,
  JoinedSnapshot,
  LinkRefusal,
  RecordsAsked,
  Welcome,
} from '../../../shared/wire/console-feed'

/** What a connection to the hub says. */
export interface HubSocketEvents {
  welcome(message: Welcome): void
  beat(message: Beat): void
  snapshot(message: JoinedSnapshot): void
  entries(entries: readonly AnyEntry[]): void
  positions(positions: readonly Position[]): void
  /** The hub has let this console in; its welcome is on its way. */
  up(): void
  /** The connection is gone or did not come about; the next try is on its way. */
  down(why: Refusal): void
  /**
   * The hub was reached and said no. Unless the socket is closed now, the next try is on its way
   * here too.
   */
  refused(why: LinkRefusal): void
}

/** One connection that tries again by itself until it is closed. */
export interface HubSocket {
  /**
   * Rejects when the connection breaks before the answer: the command may or may not have been
   * carried out.
   */
  command(envelope: Envelope): Promise<CommandReply>
  history(request: HistoryRequest): Promise<readonly AnyEntry[]>
  /** A question to the hub's records of the past; rejects with its reason when it has none. */
  records(asked: RecordsAsked): Promise<RecordsPage<unknown>>
  /**
   * False while a try is under way: it has its own end, and must not be broken off for being
   * silent.
   */
  connected(): boolean
  /** Drops the connection and makes a new one at once, with a fresh handshake. */
  reconnect(): void
  close(): void
}

export type ConnectHub = (
  url: string,
  handshake: () => ConsoleHandshake,
  events: HubSocketEvents,
) => HubSocket
