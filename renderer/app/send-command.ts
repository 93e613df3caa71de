import { roleRefusal } from '../../shared/accounts/permissions'
import type { Command, CommandType } from '../../shared/console/commands'
import type { CommandOutcome, SettledCommand } from '../../shared/ipc/contract'
import { assertNever } from '../../shared/lang/assert-never'
import { type Refusal, sentence } from '../../shared/lang/decision'
import { notify } from './console-changes'
import type { ConsolePorts } from './console-context'
import { type ConsoleData, me, type Notice } from './console-store'

/**
 * Null when a command of this type may be given from here now, or why not; every action that sends a command asks this
 * first. With the hub lost the role is not known here: the command waits in the outbox and the hub judges it.
 */
export function commandRefusal(data: ConsoleData, type: CommandType): Refusal | null {
  if (data.mode === 'replay') return sentence('replay-read-only', 'This is a replay: nothing can be changed in it')
  const you = me(data)
  if (you) return roleRefusal(you, type)
  return data.link.phase === 'lost' ? null : sentence('not-connected', 'The console is not connected to a hub yet')
}

/** Hands a command to the hub, or to the outbox, and says what became of it. Success that shows on screen stays quiet. False: it was refused. */
export async function sendCommand(ports: ConsolePorts, command: Command): Promise<boolean> {
  const envelope = { commandId: ports.newId(), command, issuedAt: ports.now() }
  const outcome = await ports.bridge.ask('command', envelope).catch(notHandedOver)
  const said = outcomeNotice(command.type, outcome)
  if (said) notify(ports, said.tone, said.refusal)
  return outcome.result !== 'refused'
}

const notHandedOver = (error: unknown): CommandOutcome => ({
  result: 'refused',
  refusal: sentence('not-handed-over', 'The console could not hand this over: {reason}', {
    reason: error instanceof Error ? error.message : String(error),
  }),
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

/** The sentence then stands under the name of the command (`actions:command.<type>`). */
const about = (command: string, said: Refusal): Refusal => ({ ...said, params: { ...said.params, command } })

/** Says what the hub answered to a command that had waited in the outbox: always, since nobody is looking at it any more. */
export function saySettled(ports: ConsolePorts, { type, reply }: SettledCommand): void {
  if (reply.result === 'refused') notify(ports, 'refused', about(type, reply.refusal))
  else notify(ports, reply.notice ? 'notice' : 'done', about(type, reply.notice ?? sent))
}
