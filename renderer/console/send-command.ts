import { roleRefusal } from '../../shared/accounts/permissions'
import type { CommandOutcome, SettledCommand } from '../../shared/ipc/contract'
import { assertNever } from '../../shared/lang/assert-never'
import { because, type Refusal, sentence } from '../../shared/lang/decision'
import { saidOf } from '../../shared/lang/said-error'
import type { Command, CommandType, Envelope } from '../../shared/room/commands'
import { notify } from './console-changes'
import type { ConsolePorts } from './console-ports'
import { type ConsoleData, type ConsoleStore, me, type Notice } from './console-store'
import { showExpected } from './show-expected'
import { whatPending } from './what-pending'

/**
 * Null when a command of this type may be given here now; otherwise why not. Every action that
 * sends a command asks this first. While the hub is lost the role is unknown here: the command
 * waits in the outbox, and the hub judges it.
 */
export function commandRefusal(data: ConsoleData, type: CommandType): Refusal | null {
  if (data.mode === 'replay')
    return sentence('replay-read-only', 'This is a replay: nothing can be changed in it')
  const you = me(data)
  if (you) return roleRefusal(you, type)
  // Nobody is signed in, so there is no name for a command, now or when the hub is back.
  return data.link.phase === 'lost'
    ? sentence('not-signed-in', 'Nobody is signed in at the hub; the room can only be read')
    : sentence('not-connected', 'The console is not connected to a hub yet')
}

/**
 * Hands a command to the hub or the outbox, and reports the result. A success visible on screen
 * stays quiet. False: it was refused.
 */
export async function sendCommand(ports: ConsolePorts, given: Command): Promise<boolean> {
  const command = withAlarm(ports.store.getState(), given)
  const envelope = { commandId: ports.newId(), command, issuedAt: ports.now() }
  handOver(ports.store, envelope)
  const outcome = await ports.bridge.ask('command', envelope).catch(notHandedOver)
  handedOver(ports.store, envelope.commandId, outcome)
  const said = outcomeNotice(command.type, outcome)
  if (said) notify(ports, said.tone, said.refusal)
  return outcome.result !== 'refused'
}

/** The screen shows it at once, so that the next command builds on it. */
function handOver(store: ConsoleStore, envelope: Envelope): void {
  const data = store.getState()
  const by = me(data)
  const unit = data.hubRoom.unit?.id
  if (!by || unit === undefined) return
  const { type } = envelope.command
  store.setState(
    showExpected(data, {
      handing: [...data.handing, { ...envelope, type, by, unit, state: 'under-way' }],
    }),
  )
}

function handedOver(store: ConsoleStore, commandId: string, outcome: CommandOutcome): void {
  const data = store.getState()
  const mine = data.handing.find((one) => one.commandId === commandId)
  if (!mine) return
  const handing = data.handing.filter((one) => one !== mine)
  // The main process reports what it keeps; until that report arrives, the command stays on screen.
  const kept =
    outcome.result === 'pending'
      ? [...data.pending, { ...mine, state: 'waiting' as const }]
      : data.pending
  store.setState(showExpected(data, { handing, pending: kept }))
}

/** Adds the alarm of an incident that the hub has not opened yet: see `incidentMeant`. */
function withAlarm({ room, hubRoom }: ConsoleData, command: Command): Command {
  if (!('incidentId' in command) || command.type === 'acknowledge-alarm' || command.alarmId)
    return command
  if (hubRoom.incidents.has(command.incidentId)) return command
  const alarmId = room.incidents.get(command.incidentId)?.alarmIds[0]
  return alarmId === undefined ? command : { ...command, alarmId }
}

export const notTaken = (error: unknown): Refusal =>
  because('not-handed-over', 'The console could not hand this over: {reason}', saidOf(error))
const notHandedOver = (error: unknown): CommandOutcome => ({
  result: 'refused',
  refusal: notTaken(error),
})

interface Said {
  readonly tone: Notice['tone']
  readonly refusal: Refusal
}

function outcomeNotice(type: CommandType, outcome: CommandOutcome): Said | null {
  switch (outcome.result) {
    case 'ok':
      return outcome.notice && { tone: 'notice', refusal: outcome.notice }
    case 'pending':
      return { tone: 'pending', refusal: about(type, kept) }
    case 'refused':
      return { tone: 'refused', refusal: outcome.refusal }
    default:
      return assertNever(outcome)
  }
}
const kept = sentence('kept-in-outbox', 'No hub: kept in the outbox, will be sent once')
const sent = sentence('sent-from-outbox', 'Sent, and accepted by the hub')

/** The sentence is then shown below the command's name (`command:<type>`). */
const about = (command: string, said: Refusal): Refusal => ({
  ...said,
  params: { ...said.params, command },
})

/**
 * Reports the hub's answer to a command that waited in the outbox. Always, since nobody is looking
 * at it any more.
 */
export function saySettled(ports: ConsolePorts, settled: SettledCommand): void {
  const { type, reply } = settled
  if (reply.result === 'refused')
    notify(ports, 'refused', naming(ports, settled, about(type, reply.refusal)))
  else notify(ports, reply.notice ? 'notice' : 'done', about(type, reply.notice ?? sent))
}

/**
 * Names the site, the team and the time, and the giver if somebody else: the reader must find the
 * alarm, which is back as if nothing had been asked.
 */
function naming(ports: ConsolePorts, settled: SettledCommand, said: Refusal): Refusal {
  const { command, by, issuedAt } = settled
  const data = ports.store.getState()
  const { team = '', site = '' } = command ? whatPending(data.room, command) : {}
  const givenBy = by && by.id !== me(data)?.id ? by.name : ''
  const given = { ofTeam: team, ofSite: site, givenBy, givenAt: issuedAt + data.clockOffset }
  return { ...said, params: { ...said.params, ...given } }
}
