import type { Actor } from '../../../shared/accounts/actor'
import type { LinkState } from '../../../shared/ipc/contract'
import type { AnyEntry } from '../../../shared/journal/entry'
import { type Refusal, sentence } from '../../../shared/lang/decision'
import type { RecordsPage } from '../../../shared/records/request'
import type { Envelope } from '../../../shared/room/commands'
import type { Position } from '../../../shared/teams/position'
import type { Clock } from '../../../shared/timeline/clock-port'
import {
  beatTimeout,
  type CommandReply,
  type ConsoleHandshake,
  type HistoryRequest,
  type JoinedSnapshot,
  type LinkRefusal,
  type RecordsAsked,
  type StorageState,
  type Welcome,
} from '../../../shared/wire/console-feed'
import type { Log } from '../log'
import { createClockOffset } from './clock-offset'
import type { ConnectHub, HubSocket } from './hub-socket-port'
import {
  anotherUnit,
  cutOff,
  journalDiffers,
  noAnswer,
  notReached,
  roomNotFolded,
  silentSince,
} from './link-words'
import type { RoomHolder } from './room-holder'
import { createWatchdog } from './watchdog'

/** During catch-up, a snapshot of megabytes may keep a slow line busy for this long, ms. */
const catchUpTimeout = 60_000
/**
 * A connection attempt ends by itself, on a slow line after several seconds. One that neither
 * succeeds nor fails within this time, ms, is abandoned: a host that vanished in the middle of it
 * must not be waited for.
 */
const tryPatience = 20_000

export interface Target {
  readonly url: string
  readonly token: string
}

export interface LinkListeners {
  state(state: LinkState): void
  entries(entries: readonly AnyEntry[]): void
  reset(): void
  positions(positions: readonly Position[]): void
  hubSeq(seq: number): void
  clock(offset: number): void
  /** The hub does not accept the token, or no longer does. */
  tokenRefused(said: Refusal): void
}

export interface HubLink {
  state(): LinkState
  offset(): number
  welcome(): Welcome | null
  /** The hub's HTTP address and token; null unless the link is live. */
  access(): Target | null
  attach(target: Target): void
  /** Ends the connection and sets the state that says why. */
  detach(state: LinkState): void
  command(envelope: Envelope): Promise<CommandReply>
  history(request: HistoryRequest): Promise<readonly AnyEntry[]>
  records(asked: RecordsAsked): Promise<RecordsPage<unknown>>
  officer(): Actor | null
}

export interface LinkPorts {
  readonly clock: Clock
  readonly log: Log
  readonly connect: ConnectHub
  readonly holder: RoomHolder
  readonly listeners: LinkListeners
}

/**
 * The link to the hub. It keeps the room up to date and reports within three seconds when the hub
 * is gone. It reconnects by itself and then asks only for what it missed.
 */
export function createHubLink({ clock, log, connect, holder, listeners }: LinkPorts): HubLink {
  let state: LinkState = { phase: 'starting', since: clock.now(), said: null }
  let target: Target | null = null
  let socket: HubSocket | null = null
  let welcome: Welcome | null = null
  /**
   * The welcome that last made the link live. A different one means a new connection, even if
   * nobody saw the old one end.
   */
  let liveBy: Welcome | null = null
  /**
   * The officer who signed in and has not signed out since. Commands are kept while the hub is away
   * only if there is one.
   */
  let officer: Actor | null = null
  let triedAt = clock.now()
  const offset = createClockOffset()
  const watchdog = createWatchdog(clock, beatTimeout, onSilence)

  function become(given: LinkState): void {
    const before = state
    const next =
      given.phase === 'lost'
        ? { ...given, ...(officer ? { you: officer } : { readOnly: true }) }
        : given
    state = next
    if (next.phase === 'signed-out') officer = null
    listeners.state(next)
    // Log last: even if logging fails, the officer has been told.
    if (before.phase !== next.phase)
      log.info({ phase: next.phase, ...('said' in next && { text: next.said?.text }) }, 'Link')
  }

  /**
   * Keeps the first reason and its `since`: the officer wants to know how long the hub has been
   * away, not how often a connection was tried.
   */
  function lose(since: number, said: Refusal): void {
    welcome = null
    watchdog.heard(beatTimeout)
    if (state.phase !== 'lost') become({ phase: 'lost', since, hub: target?.url ?? '', said })
  }

  function fail(said: Refusal): void {
    drop()
    become({ phase: 'failed', since: clock.now(), said })
  }

  function drop(): void {
    watchdog.stop()
    socket?.close()
    socket = null
    welcome = null
  }

  function onSilence(): void {
    const last = watchdog.lastHeard()
    lose(last, welcome ? silentSince(last) : noAnswer)
    if (socket?.connected() || clock.now() - triedAt > tryPatience) tryAnew()
  }

  function tryAnew(): void {
    triedAt = clock.now()
    socket?.reconnect()
  }

  function onDown(why: Refusal): void {
    triedAt = clock.now()
    lose(clock.now(), welcome ? cutOff(why) : notReached(why))
  }

  function onWelcome(message: Welcome): void {
    const have = holder.have()
    if (have && have.unit !== message.unit.id) {
      fail(anotherUnit(message, have.unit))
      return
    }
    welcome = message
    watchdog.heard(catchUpTimeout)
    listeners.hubSeq(message.head.seq)
    listeners.clock(offset.heard(message.hubTime, clock.now()))
    goLiveWhenThere()
  }

  function goLiveWhenThere(): void {
    const have = holder.have()
    if (!welcome || !have || have.seq < welcome.head.seq) return
    if (have.seq === welcome.head.seq && have.hash !== welcome.head.hash) {
      fail(journalDiffers)
      return
    }
    watchdog.heard(beatTimeout)
    if (liveBy === welcome && state.phase === 'live') return
    liveBy = welcome
    officer = welcome.you
    const since = state.phase === 'live' ? state.since : clock.now()
    become({
      phase: 'live',
      since,
      hub: target?.url ?? '',
      you: welcome.you,
      storage: welcome.storage,
    })
  }

  function onStorage(storage: StorageState): void {
    if (state.phase !== 'live') return
    const { ok, text } = state.storage
    if (ok !== storage.ok || text !== storage.text) become({ ...state, storage })
  }

  function onSnapshot({ room, hash }: JoinedSnapshot): void {
    watchdog.heard()
    try {
      holder.replace(room, hash)
    } catch (error) {
      fail(roomNotFolded(error))
      return
    }
    listeners.reset()
    goLiveWhenThere()
  }

  function onEntries(entries: readonly AnyEntry[]): void {
    watchdog.heard()
    const folded = fold(entries)
    if (!folded) return
    const last = folded.at(-1)
    if (last) {
      listeners.entries(folded)
      listeners.hubSeq(last.seq)
    }
    goLiveWhenThere()
  }

  function handshake(): ConsoleHandshake {
    const register = holder.registerVersion()
    const have = holder.have()
    return { token: target?.token ?? '', have, ...(register !== null && { register }) }
  }

  function fold(entries: readonly AnyEntry[]): readonly AnyEntry[] | null {
    try {
      const result = holder.fold(entries)
      if (result.outcome === 'folded') return result.entries
      log.warn(
        { expected: result.expected, came: result.came },
        'Entries are missing; the hub is asked again',
      )
      tryAnew()
    } catch (error) {
      fail(roomNotFolded(error))
    }
    return null
  }

  function onRefused({ code, message }: LinkRefusal): void {
    log.warn({ code, message }, 'The hub refused the connection')
    const said = sentence(code, message)
    triedAt = clock.now()
    if (code === 'journal-differs') fail(journalDiffers)
    else if (code === 'bad-handshake') fail(said)
    else if (code === 'session-ended' || code === 'not-a-console') {
      drop()
      // While a new session is requested, a hub that stays silent is reported as lost.
      watchdog.heard(beatTimeout)
      listeners.tokenRefused(said)
    } else lose(clock.now(), said)
  }

  return {
    state: () => state,
    offset: offset.value,
    officer: () => officer,
    welcome: () => welcome,
    access: () => (state.phase === 'live' ? target : null),
    attach(next) {
      drop()
      target = next
      triedAt = clock.now()
      watchdog.heard(beatTimeout)
      socket = connect(next.url, handshake, {
        welcome: onWelcome,
        up: () => watchdog.heard(),
        snapshot: onSnapshot,
        entries: onEntries,
        beat({ at, seq, storage }) {
          watchdog.heard()
          listeners.hubSeq(seq)
          listeners.clock(offset.heard(at, clock.now()))
          onStorage(storage)
        },
        positions(positions) {
          watchdog.heard()
          listeners.positions(positions)
        },
        down: onDown,
        refused: onRefused,
      })
    },
    detach(next) {
      drop()
      become(next)
    },
    command: (envelope) =>
      socket ? socket.command(envelope) : Promise.reject(new Error('There is no hub')),
    history: (request) =>
      socket ? socket.history(request) : Promise.reject(new Error('There is no hub')),
    records: (asked) =>
      socket ? socket.records(asked) : Promise.reject(new Error('There is no hub')),
  }
}
