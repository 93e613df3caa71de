import { genesisHash } from '../../shared/journal/entry'
import {
  type ConsoleHandshake,
  consoleHandshakeSchema,
  type LinkRefusal,
} from '../../shared/wire/console-feed'
import type { Accounts } from '../accounts/accounts'
import type { Principal } from '../accounts/session-store'
import { fieldSentence } from '../api/field-sentence'
import type { Keeper } from '../keeper/keeper-port'

export interface Admitted {
  readonly principal: Principal
  readonly have: ConsoleHandshake['have']
  /**
   * The version of the console's register; null for a console from before the register was sent
   * separately.
   */
  readonly register: string | null
}

type Door = {
  readonly keeper: Pick<Keeper, 'durableRoom' | 'head' | 'read'>
  readonly accounts: Pick<Accounts, 'find'>
}

export const sessionEnded: LinkRefusal = {
  code: 'session-ended',
  message: 'This session has ended; sign in again',
}

export async function admitConsole(
  { keeper, accounts }: Door,
  auth: unknown,
): Promise<Admitted | LinkRefusal> {
  const parsed = consoleHandshakeSchema.safeParse(auth)
  if (!parsed.success) return badHandshake(parsed.error)
  const { token, have, register = null } = parsed.data
  const principal = accounts.find(token)
  if (!principal) return sessionEnded
  if (principal.kind !== 'person')
    return {
      code: 'not-a-console',
      message: `${principal.actor.name} is not a person; a console is for people`,
    }
  if (!have || !(await differs(keeper, have))) return { principal, have, register }
  return {
    code: 'journal-differs',
    message: `This console's copy of the journal is not the hub's at entry ${have.seq}: one of them was changed or replaced`,
  }
}

export function badHandshake(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
}): LinkRefusal {
  const issue = error.issues[0]
  const reason = issue ? fieldSentence(issue.path, issue.message) : 'it cannot be read'
  return { code: 'bad-handshake', message: `The hub does not understand this client: ${reason}` }
}

/** Whether client and hub disagree about the past of the same unit. */
async function differs(
  keeper: Door['keeper'],
  have: NonNullable<ConsoleHandshake['have']>,
): Promise<boolean> {
  if (have.unit !== keeper.durableRoom().unit?.id) return false
  const head = keeper.head()
  if (have.seq === 0) return have.hash !== genesisHash
  // A client that is ahead of the hub knows entries the hub has lost (a backup was restored).
  if (have.seq >= head.seq) return have.seq > head.seq || have.hash !== head.hash
  const [own] = await keeper.read(have.seq - 1, 1)
  return own?.hash !== have.hash
}
