import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type { Random } from '../../shared/demo/random'
import type { TeamRecord } from '../../shared/teams/team'
import { linkRefusalSchema } from '../../shared/wire/console-feed'
import type { HubToTeam, TeamToHub } from '../../shared/wire/team-feed'
import { fixOf } from './car-motion'
import { type CarCrew, type CrewReport, crewAt, stepCrew, takeOrder } from './crew'
import type { FleetSession } from './fleet-session'
import type { Tally } from './tally'

/** The device of one team's car, connected to the hub. */
export interface Car {
  readonly team: TeamRecord
  crew(): CarCrew
  connected(): boolean
  stop(): void
}

export interface CarOptions {
  readonly http: string
  readonly team: TeamRecord
  readonly session: FleetSession
  readonly cruise: number
  readonly random: Random
  /**
   * Of each second, the moment at which this car reports, ms: three hundred cars must not tick at
   * once.
   */
  readonly phase: number
}

/** Cars report their position this often, ms. */
const tick = 1_000
/**
 * If the hub does not answer a report within this time, ms, it is sent again with the same command
 * id.
 */
const commandTimeout = 5_000
/** Delay before a refused connection is retried: the first and the longest, ms. */
const retryAfter = { first: 1_000, most: 30_000 }

/**
 * Connects a car: it gives its position every second, takes orders, drives, and reports each step.
 */
export function startCar(options: CarOptions, tally: Tally, log: (line: string) => void): Car {
  const { team, cruise, random } = options
  const circumstances = () => ({ now: Date.now(), cruise, random })
  let crew = crewAt(team.postLocation, circumstances())
  const link = openLink(options, log)
  const { socket } = link

  socket.on('order', (order) => {
    crew = takeOrder(crew, order, circumstances())
  })
  const report = reporter(link, (line) => log(`${team.callSign}: ${line}`), tally)

  const step = () => {
    const done = stepCrew(crew, circumstances())
    crew = done.crew
    if (done.report !== null) report(done.report)
    if (!socket.connected) return
    // Volatile: a position that cannot be sent now is worth nothing later.
    socket.volatile.emit('fix', fixOf(crew.motion, Date.now(), random))
    tally.fixes++
  }
  const stopTicking = everySecond(options.phase, step)
  return {
    team,
    crew: () => crew,
    connected: () => socket.connected,
    stop: () => {
      stopTicking()
      link.close()
    },
  }
}

/**
 * Calls at the same moment of every second, by the clock, so that the moments do not drift
 * together.
 */
function everySecond(phase: number, step: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const schedule = () => {
    const wait = tick - ((Date.now() - phase + tick) % tick)
    timer = setTimeout(() => {
      step()
      schedule()
    }, wait)
  }
  schedule()
  return () => clearTimeout(timer)
}

type TeamSocket = Socket<HubToTeam, TeamToHub>

interface Link {
  readonly socket: TeamSocket
  closed(): boolean
  close(): void
}

function openLink({ http, team, session }: CarOptions, log: (line: string) => void): Link {
  const socket: TeamSocket = io(new URL('/team', http).href, {
    auth: (give) => give({ token: session.token(), teamId: team.id }),
    transports: ['websocket'],
    // Each car has its own connection, not a share of one.
    forceNew: true,
  })
  let closed = false
  let wait = retryAfter.first
  /**
   * The library reconnects by itself after a lost link, but not after a refusal, and not when the
   * hub hung up.
   */
  const again = (why: string, renew: boolean) => {
    if (closed || socket.active) return
    log(`${team.callSign}: ${why}; trying again in ${wait / 1000} s`)
    setTimeout(() => {
      if (closed) return
      const ready = renew ? session.renew() : Promise.resolve()
      ready.then(
        () => closed || socket.connect(),
        (error: unknown) => again(String(error), renew),
      )
    }, wait).unref()
    wait = Math.min(wait * 2, retryAfter.most)
  }
  socket.on('connect', () => {
    wait = retryAfter.first
  })
  socket.on('connect_error', (error) => {
    const refusal = linkRefusalSchema.safeParse('data' in error ? error.data : null)
    // A hub that was restarted, or set up anew, may have forgotten the session.
    again(error.message, refusal.success && refusal.data.code === 'session-ended')
  })
  socket.on('disconnect', (why) => again(`the hub ended the connection (${why})`, false))
  return {
    socket,
    closed: () => closed,
    close: () => {
      closed = true
      socket.disconnect()
    },
  }
}

/**
 * Sends reports one after the other, each until the hub has answered: its command id makes a
 * repetition harmless.
 */
function reporter(
  { socket, closed }: Link,
  log: (line: string) => void,
  tally: Tally,
): (report: CrewReport) => void {
  let last: Promise<void> = Promise.resolve()
  const deliver = async ({ assignmentId, to }: CrewReport) => {
    const command = { type: 'report-progress', assignmentId, to } as const
    const envelope = { commandId: randomUUID(), command, issuedAt: Date.now() }
    while (!closed()) {
      try {
        const reply = await socket.timeout(commandTimeout).emitWithAck('command', envelope)
        if (reply.result === 'ok') tally.reports++
        else log(`"${to}" was refused: ${reply.refusal.text}`)
        return
      } catch {
        // No answer in time: the hub is away or busy. The same report goes out again.
      }
    }
  }
  return (report) => {
    last = last.then(() => deliver(report))
  }
}
