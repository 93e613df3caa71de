import type { FastifyRequest } from 'fastify'
import type { Role } from '../../shared/accounts/actor'
import type { Accounts } from '../accounts/accounts'
import type { Principal } from '../accounts/session-store'
import { ProblemError } from './problem'

export function bearerToken(request: FastifyRequest): string | null {
  const [, token] = /^Bearer ([\w-]{16,200})$/.exec(request.headers.authorization ?? '') ?? []
  return token ?? null
}

export function signedIn(request: FastifyRequest, accounts: Pick<Accounts, 'find'>): Principal {
  const token = bearerToken(request)
  const principal = token === null ? null : accounts.find(token)
  if (principal) return principal
  const message =
    token === null
      ? 'Sign in first: send Authorization: Bearer TOKEN'
      : 'This session has ended; sign in again'
  throw new ProblemError(401, 'session-ended', message)
}

export function signedInAs(
  request: FastifyRequest,
  accounts: Pick<Accounts, 'find'>,
  roles: readonly Role[],
): Principal {
  const principal = signedIn(request, accounts)
  if (principal.actor.role && roles.includes(principal.actor.role)) return principal
  throw new ProblemError(
    403,
    'not-your-role',
    `This needs the role ${roles.join(' / ')}; ${principal.actor.name} does not have it`,
  )
}
