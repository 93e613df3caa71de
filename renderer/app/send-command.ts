import { roleRefusal } from '../../shared/accounts/permissions'
import type { Command, CommandType } from '../../shared/console/commands'
import type { CommandOutcome, SettledCommand } from '../../shared/ipc/contract'
import { type Refusal, sentence } from '../../shared/lang/decision'
import { notify } from './console-changes'
import type { ConsolePorts } from './console-context'
import { type ConsoleData, me } from './console-store'

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

/** Hands a command to the hub, or to the outbox, and says what became of it. Success that shows on screen stays quiet. */
export async function sendCommand(ports: ConsolePorts, command: Command): Promise<void> {
  const envelope = { commandId: ports.newId(), command, issuedAt: ports.now() }
  const outcome = await ports.bridge.ask('command', envelope).catch(notHandedOver)
  sayOutcome(ports, command.type, outcome)
}

const notHandedOver = (error: unknown): CommandOutcome => ({
  result: 'refused',
  refusal: sentence('not-handed-over', 'The console could not hand this over: {reason}', {
    reason: error instanceof Error ? error.message : String(error),
  }),
})

function sayOutcome(ports: ConsolePorts, type: CommandType, outcome: CommandOutcome): void {
  switch (outcome.result) {
    case 'ok':
      if (outcome.notice) notify(ports, 'notice', outcome.notice)
      return
    case 'pending':
      return notify(ports, 'pending', {
        ...sentence('kept-in-outbox', 'No hub: kept in the outbox, will be sent once'),
        params: { command: type },
      })
    case 'refused':
      return notify(ports, 'refused', outcome.refusal)
  }
}

/** Says what the hub answered to a command that had waited in the outbox: always, since nobody is looking at it any more. */
export function saySettled(ports: ConsolePorts, { type, reply }: SettledCommand): void {
  const about = (said: Refusal): Refusal => ({ ...said, params: { ...said.params, command: type } })
  if (reply.result === 'refused') return notify(ports, 'refused', about(reply.refusal))
  if (reply.notice) return notify(ports, 'notice', about(reply.notice))
  notify(ports, 'done', about(sentence('sent-from-outbox', 'Sent, and accepted by the hub')))
}
