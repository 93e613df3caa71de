import { Counter } from 'prom-client'
import type { Namespace, Socket } from 'socket.io'
import type { Team } from '../../shared/teams/team'
import { beatInterval, type LinkRefusal } from '../../shared/wire/console-feed'
import {
  fixSchema,
  type HubToTeam,
  type TeamToHub,
  teamHandshakeSchema,
} from '../../shared/wire/team-feed'
import type { Principal } from '../accounts/session-store'
import { devicesOfTeam } from '../limits/connections'
import { createPace } from '../limits/paces'
import { createPlaces } from '../limits/places'
import { every } from '../timing/every'
import type { CommandDoor } from './command-door'
import { badHandshake, sessionEnded } from './console-admission'
import type { FeedDeps } from './feed-deps'
import { createLink, type Link } from './link'
import { orderFor, ordersMayDiffer } from './order-for'
import { refusalError } from './refusal-error'

/** A crew taps a few times a minute. */
const commandPace = { perSecond: 5, burst: 20 }
/** Cars report once a second. A device that had no network sends several at once. */
const fixPace = { perSecond: 5, burst: 10 }

interface Seat {
  readonly principal: Principal
  readonly team: Pick<Team, 'id' | 'callSign'>
}
export type TeamEvents = Namespace<TeamToHub, HubToTeam, Record<string, never>, Seat>
type TeamSocket = Socket<TeamToHub, HubToTeam, Record<string, never>, Seat>

/**
 * Serves `/team`: takes a crew's reports and position, and sends its order the moment it changes.
 */
export function serveTeams(namespace: TeamEvents, deps: FeedDeps, door: CommandDoor): () => void {
  const { keeper, accounts, tracks, clock, registry } = deps
  const refusedFixes = new Counter({
    name: 'navbatchi_feed_fixes_refused_total',
    help: 'Fixes that never reached the tracks, by reason',
    labelNames: ['reason'],
    registers: [registry],
  })
  const links = new Map<TeamSocket, Link>()
  const devices = createPlaces({ why: 'too-many', ofOne: devicesOfTeam })
  const told = new Map<string, string>()
  let room = keeper.durableRoom()

  function admit(auth: unknown): Seat | LinkRefusal {
    const parsed = teamHandshakeSchema.safeParse(auth)
    if (!parsed.success) return badHandshake(parsed.error)
    const { token, teamId } = parsed.data
    const principal = accounts.find(token)
    if (!principal) return sessionEnded
    if (principal.kind !== 'fleet')
      return {
        code: 'not-a-team',
        message: `${principal.actor.name} is a person and does not speak for a team`,
      }
    const team = keeper.durableRoom().teams.get(teamId)
    if (!team) return { code: 'team-unknown', message: `There is no team ${teamId} in this unit` }
    if (devices.admit(teamId))
      return {
        code: 'too-many',
        message: `${devicesOfTeam} devices speak for ${team.callSign} already`,
      }
    return { principal, team: { id: team.id, callSign: team.callSign } }
  }

  function takeFix(teamId: string) {
    const paced = createPace(fixPace, clock)
    return (message: unknown): void => {
      const fix = fixSchema.safeParse(message)
      if (paced.admit() !== null) refusedFixes.inc({ reason: 'too-fast' })
      else if (fix.success) tracks.accept({ teamId, ...fix.data })
      else refusedFixes.inc({ reason: 'invalid' })
    }
  }

  function begin(socket: TeamSocket): void {
    const { principal, team } = socket.data
    links.set(
      socket,
      createLink(socket, (why) => socket.emit('goodbye', why)),
    )
    devices.enter(team.id)
    socket.on('disconnect', () => {
      links.delete(socket)
      devices.leave(team.id)
      if (!namespace.adapter.rooms.has(team.id)) told.delete(team.id)
    })
    const actor = { kind: 'team', id: team.id, name: team.callSign } as const
    socket.on('command', door({ feed: 'team', principal, actor, pace: commandPace }))
    socket.on('fix', takeFix(team.id))
    socket.join(team.id)
    const order = orderFor(room, team.id)
    told.set(team.id, JSON.stringify(order))
    socket.emit('order', order)
  }

  function tellOrders(): void {
    const before = room
    room = keeper.durableRoom()
    if (!ordersMayDiffer(before, room)) return
    for (const [teamId, last] of told) {
      const order = orderFor(room, teamId)
      const text = JSON.stringify(order)
      if (text === last) continue
      told.set(teamId, text)
      namespace.to(teamId).emit('order', order)
    }
  }

  namespace.use((socket, next) => {
    const seat = admit(socket.handshake.auth)
    if ('code' in seat) return next(refusalError(seat))
    socket.data = seat
    next()
  })
  namespace.on('connection', begin)
  const ends = [
    keeper.onEntries(tellOrders),
    every(clock, beatInterval, () => {
      for (const [socket, link] of links)
        if (!accounts.isOpen(socket.data.principal)) link.cutOff(sessionEnded)
    }),
  ]
  return () => {
    for (const end of ends) end()
    for (const link of links.values())
      link.cutOff({ code: 'hub-stops', message: 'The hub is being stopped' })
  }
}
