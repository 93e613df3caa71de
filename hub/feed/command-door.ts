import type { Logger } from 'pino'
import { Counter, type Registry } from 'prom-client'
import type { Actor } from '../../shared/accounts/actor'
import { sentence } from '../../shared/lang/decision'
import { envelopeSchema } from '../../shared/room/commands'
import type { Clock } from '../../shared/timeline/clock-port'
import type { CommandReply, Refused } from '../../shared/wire/console-feed'
import type { Accounts } from '../accounts/accounts'
import type { Principal } from '../accounts/session-store'
import { fieldSentence } from '../api/field-sentence'
import type { Keeper } from '../keeper/keeper-port'
import { createPace } from '../limits/paces'
import type { Pace } from '../limits/token-bucket'

export interface CommandDoorDeps {
  readonly keeper: Pick<Keeper, 'command'>
  readonly accounts: Pick<Accounts, 'isOpen'>
  readonly clock: Clock
  readonly log: Logger
  readonly registry: Registry
}

/**
 * The giver of commands over a socket: the session that admitted it, who it acts as and its allowed
 * pace.
 */
export interface Giver {
  readonly feed: 'console' | 'team'
  readonly principal: Principal
  readonly actor: Actor
  readonly pace: Pace
}

export const refused = (code: string, text: string): Refused => ({
  result: 'refused',
  refusal: sentence(code, text),
})

export function invalid(error: {
  readonly issues: readonly { path: readonly PropertyKey[]; message: string }[]
}): Refused {
  const issue = error.issues[0]
  return refused(
    'invalid',
    issue ? fieldSentence(issue.path, issue.message) : 'The message cannot be read',
  )
}

export function createCommandDoor({ keeper, accounts, clock, log, registry }: CommandDoorDeps) {
  const count = new Counter({
    name: 'navbatchi_feed_commands_total',
    help: 'Commands that came over the feeds, by what became of them',
    labelNames: ['feed', 'result'],
    registers: [registry],
  })

  return ({ feed, principal, actor, pace }: Giver) => {
    const paced = createPace(pace, clock)

    async function judge(message: unknown): Promise<CommandReply> {
      if (!accounts.isOpen(principal))
        return refused('session-ended', 'This session has ended; sign in again')
      if (paced.admit() !== null)
        return refused('too-fast', 'Too many commands within a moment; wait a second and try again')
      const parsed = envelopeSchema.safeParse(message)
      return parsed.success ? keeper.command(parsed.data, actor) : invalid(parsed.error)
    }

    return async (message: unknown, reply: unknown): Promise<void> => {
      const answer = await judge(message).catch((error: unknown) => {
        log.error({ err: error, feed }, 'A command failed')
        return refused('internal', 'The hub failed on this command; its log says why')
      })
      count.inc({ feed, result: answer.result })
      // A client that wants no answer passes no function.
      if (typeof reply === 'function') reply(answer)
    }
  }
}
export type CommandDoor = ReturnType<typeof createCommandDoor>
