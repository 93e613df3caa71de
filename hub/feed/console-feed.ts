import type { Namespace, Socket } from 'socket.io'
import type { WholeRoom } from '../../shared/room/room'
import type { Position } from '../../shared/teams/position'
import {
  beatInterval,
  type ConsoleToHub,
  type HubToConsole,
  type LinkRefusal,
  longestTail,
} from '../../shared/wire/console-feed'
import { mostConsoles } from '../limits/connections'
import { createPlaces } from '../limits/places'
import { every } from '../timing/every'
import { catchUp, type LiveEntries } from './catch-up'
import type { CommandDoor } from './command-door'
import { type Admitted, admitConsole, sessionEnded } from './console-admission'
import type { FeedDeps } from './feed-deps'
import { createHistoryDoor } from './history-door'
import { createLink, type Link, mostWaiting } from './link'
import { createNewestFixes } from './newest-fixes'
import { createRecordsDoor } from './records-door'
import { refusalError } from './refusal-error'
import { createSnapshotText } from './snapshot-text'

/** Pace of commands: a person at the keyboard is far slower, a script that went wild is not. */
const commandPace = { perSecond: 50, burst: 100 }
/**
 * Time between two sendings of positions, ms: smooth enough for a moving symbol, and alarms never
 * wait behind them.
 */
const positionInterval = 250
/** A client that is busy reading misses positions, so all are sent again after this time, ms. */
const allPositionsInterval = 10_000
const live = 'live'

export type ConsoleEvents = Namespace<ConsoleToHub, HubToConsole, Record<string, never>, Admitted>
type ConsoleSocket = Socket<ConsoleToHub, HubToConsole, Record<string, never>, Admitted>

interface Console {
  readonly socket: ConsoleSocket
  readonly link: Link
}

/**
 * Serves `/console`: the room and its past to whoever signs in, entries the moment they are
 * durable, and commands.
 */
export function serveConsoles(
  namespace: ConsoleEvents,
  deps: FeedDeps,
  door: CommandDoor,
): () => void {
  const { keeper, reading, accounts, tracks, clock, log } = deps
  const consoles = new Map<string, Console>()
  const places = createPlaces({ why: 'too-many', ofOne: mostConsoles })
  const snapshots = createSnapshotText()
  const fixes = createNewestFixes()
  let head = keeper.head()

  function hold(one: Console, from: number): void {
    const { socket, link } = one
    const upToNow: LiveEntries = { seq: () => head.seq, reading, reader: socket.id }
    catchUp(link, from, upToNow, {
      send: (entries) => sendText(socket, 'entries', entries),
      goLive() {
        socket.join(live)
        socket.emit('positions', tracks.newest())
      },
      standsStill() {
        log.warn({ who: socket.data.principal.actor.name }, 'A console stands still and is cut off')
        link.cutOff({
          code: 'too-slow',
          message: 'This console has read nothing for 30 s; connect again',
        })
      },
    }).catch((error: unknown) => giveUp(one, error))
  }

  function giveUp({ link }: Console, error: unknown): void {
    log.error({ err: error }, 'A console could not be brought up to date')
    link.cutOff({
      code: 'internal',
      message: 'The hub could not read its journal; its log says why',
    })
  }

  /** A client with too much waiting leaves the live ones and is caught up again from here. */
  function holdSlowOnes(): void {
    for (const one of consoles.values()) {
      if (!one.socket.rooms.has(live) || one.link.waiting() < mostWaiting) continue
      one.socket.leave(live)
      hold(one, head.seq)
    }
  }

  function beat(): void {
    for (const { socket, link } of consoles.values())
      if (!accounts.isOpen(socket.data.principal)) link.cutOff(sessionEnded)
    namespace.emit('beat', { at: clock.now(), seq: head.seq, storage: keeper.storage() })
  }

  function sendPositions(positions: readonly Position[]): void {
    if (positions.length > 0) namespace.to(live).volatile.emit('positions', positions)
  }

  function begin(socket: ConsoleSocket): void {
    const link = createLink(socket, (why) => socket.emit('goodbye', why))
    const one = { socket, link }
    consoles.set(socket.id, one)
    places.enter('')
    socket.on('disconnect', () => {
      consoles.delete(socket.id)
      places.leave('')
    })
    const { principal, have } = socket.data
    socket.on(
      'command',
      door({ feed: 'console', principal, actor: principal.actor, pace: commandPace }),
    )
    const reader = { reading, reader: socket.id, clock, link, log }
    socket.on('history', createHistoryDoor(reader))
    socket.on('records', createRecordsDoor(reader))
    const room = keeper.durableRoom()
    const unit = room.unit ?? { id: 'unknown', name: 'Unknown unit', demo: false }
    socket.emit('welcome', {
      unit,
      you: principal.actor,
      head,
      hubTime: clock.now(),
      storage: keeper.storage(),
    })
    const near = have && have.unit === unit.id && head.seq - have.seq <= longestTail
    if (near) hold(one, have.seq)
    else sendSnapshot(one, room).catch((error: unknown) => giveUp(one, error))
  }

  async function sendSnapshot(one: Console, room: WholeRoom): Promise<void> {
    const { seq, json } = await snapshots.of(
      { room, head: keeper.head() },
      one.socket.data.register,
    )
    if (!one.link.isOpen()) return
    sendText(one.socket, 'snapshot', json)
    hold(one, seq)
  }

  function sendText(socket: ConsoleSocket, event: 'entries' | 'snapshot', json: string): void {
    socket.conn.send(`2${namespace.name},["${event}",${json}]`)
  }

  /** Checked again at the end: there may be no place left by the time the rest is known. */
  async function admit(auth: unknown): Promise<Admitted | LinkRefusal> {
    if (places.admit('') !== null) return tooMany
    const admitted = await admitConsole(deps, auth)
    return places.admit('') === null ? admitted : tooMany
  }

  namespace.use((socket, next) => {
    admit(socket.handshake.auth).then((admitted) => {
      if ('code' in admitted) return next(refusalError(admitted))
      socket.data = admitted
      next()
    }, next)
  })
  namespace.on('connection', begin)
  const ends = [
    keeper.onEntries((batch) => {
      const last = batch.at(-1)
      if (!last) return
      holdSlowOnes()
      head = { seq: last.seq, hash: last.hash }
      // socket.io would serialise it even with nobody there to read it, and a storm has better uses
      // for that time.
      if (namespace.adapter.rooms.has(live)) namespace.to(live).emit('entries', batch)
    }),
    // Trouble with the disk is reported at once, not with the next beat.
    keeper.onStorage(beat),
    every(clock, beatInterval, beat),
    tracks.onFix(fixes.add),
    every(clock, positionInterval, () => sendPositions(fixes.take())),
    every(clock, allPositionsInterval, () => sendPositions(tracks.newest())),
  ]
  return () => {
    for (const end of ends) end()
    for (const { link } of consoles.values())
      link.cutOff({ code: 'hub-stops', message: 'The hub is being stopped' })
  }
}

const tooMany: LinkRefusal = {
  code: 'too-many',
  message: `${mostConsoles} consoles are connected already; close one that is not needed`,
}
