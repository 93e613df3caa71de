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

export interface HubSocketEvents {
  welcome(message: Welcome): void
  beat(message: Beat): void
  snapshot(message: JoinedSnapshot): void
  entries(entries: readonly AnyEntry[]): void
  positions(positions: readonly Position[]): void
  /** The hub has accepted this console; its welcome will follow. */
  up(): void
  /** The connection was lost or failed; the next attempt will follow. */
  down(why: Refusal): void
  /**
   * The hub was reached and refused. The next attempt will follow here too, unless the socket is
   * closed now.
   */
  refused(why: LinkRefusal): void
}

/** One connection that retries by itself until it is closed. */
export interface HubSocket {
  /**
   * Rejects when the connection breaks before the answer; the command may or may not have been
   * carried out.
   */
  command(envelope: Envelope): Promise<CommandReply>
  history(request: HistoryRequest): Promise<readonly AnyEntry[]>
  /** Asks the hub's records of the past; rejects with the hub's reason when it has none. */
  records(asked: RecordsAsked): Promise<RecordsPage<unknown>>
  connected(): boolean
  /** Drops the connection and immediately opens a new one with a fresh handshake. */
  reconnect(): void
  close(): void
}

export type ConnectHub = (
  url: string,
  handshake: () => ConsoleHandshake,
  events: HubSocketEvents,
) => HubSocket
