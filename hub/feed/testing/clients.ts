import { io, type Socket } from 'socket.io-client'
import type { AnyEntry } from '../../../shared/journal/entry'
import type { Command, Envelope } from '../../../shared/room/commands'
import { emptyRoom } from '../../../shared/room/empty-room'
import { upcast } from '../../../shared/room/events'
import { evolveAll } from '../../../shared/room/evolve'
import { registerFromJson, roomFromJson, workFromJson } from '../../../shared/room/parts'
import type { WholeRoom } from '../../../shared/room/room'
import type { Position } from '../../../shared/teams/position'
import type {
  Beat,
  ConsoleToHub,
  HubToConsole,
  LinkRefusal,
  SnapshotMessage,
  Welcome,
} from '../../../shared/wire/console-feed'
import type { HubToTeam, TeamOrder, TeamToHub } from '../../../shared/wire/team-feed'

const options = { transports: ['websocket'], forceNew: true, reconnection: false }

let commands = 0
export const envelope = (command: Command): Envelope => ({
  commandId: `command-${++commands}`,
  command,
  issuedAt: 0,
})

export interface TestConsole {
  readonly socket: Socket<HubToConsole, ConsoleToHub>
  /** What came, in order: `snapshot@12`, `entries 13-15`. */
  readonly heard: string[]
  readonly entries: AnyEntry[]
  readonly beats: Beat[]
  readonly positions: Map<string, Position>
  room(): WholeRoom
  welcome(): Welcome | null
  refusal(): LinkRefusal | null
  goodbye(): LinkRefusal | null
}

export function connectConsole(
  url: string,
  auth: unknown,
  room: WholeRoom = emptyRoom,
): TestConsole {
  const socket: Socket<HubToConsole, ConsoleToHub> = io(`${url}/console`, {
    ...options,
    auth: auth as object,
  })
  const heard: string[] = []
  const entries: AnyEntry[] = []
  const beats: Beat[] = []
  const positions = new Map<string, Position>()
  const last: {
    room: WholeRoom
    welcome: Welcome | null
    refusal: LinkRefusal | null
    goodbye: LinkRefusal | null
  } = {
    room,
    welcome: null,
    refusal: null,
    goodbye: null,
  }
  socket.on('connect_error', (error) => {
    last.refusal = (error as Error & { data?: LinkRefusal }).data ?? {
      code: 'no-connection',
      message: error.message,
    }
  })
  socket.on('welcome', (message) => {
    heard.push('welcome')
    last.welcome = message
  })
  socket.on('snapshot', (message) => {
    heard.push(`snapshot@${message.seq}`)
    last.room = roomIn(message.room)
  })
  socket.on('entries', (batch) => {
    heard.push(`entries ${batch[0]?.seq}-${batch.at(-1)?.seq}`)
    entries.push(...batch)
    last.room = evolveAll(last.room, batch.map(upcast))
  })
  socket.on('beat', (beat) => beats.push(beat))
  socket.on('positions', (fixes) => {
    for (const fix of fixes) positions.set(fix.teamId, fix)
  })
  socket.on('goodbye', (why) => {
    last.goodbye = why
  })
  return {
    socket,
    heard,
    entries,
    beats,
    positions,
    room: () => last.room,
    welcome: () => last.welcome,
    refusal: () => last.refusal,
    goodbye: () => last.goodbye,
  }
}

const roomIn = (room: SnapshotMessage['room']): WholeRoom =>
  'work' in room
    ? {
        ...workFromJson(room.work),
        ...registerFromJson(JSON.parse(room.register?.join('') ?? '{"sites":[],"contested":[]}')),
      }
    : roomFromJson(room)

export interface TestCrew {
  readonly socket: Socket<HubToTeam, TeamToHub>
  readonly orders: (TeamOrder | null)[]
  refusal(): LinkRefusal | null
}

export function connectCrew(
  url: string,
  auth: { readonly token: string; readonly teamId: string },
): TestCrew {
  const socket: Socket<HubToTeam, TeamToHub> = io(`${url}/team`, { ...options, auth: { ...auth } })
  const orders: (TeamOrder | null)[] = []
  let refusal: LinkRefusal | null = null
  socket.on('connect_error', (error) => {
    refusal = (error as Error & { data?: LinkRefusal }).data ?? {
      code: 'no-connection',
      message: error.message,
    }
  })
  socket.on('order', (order) => orders.push(order))
  return { socket, orders, refusal: () => refusal }
}
