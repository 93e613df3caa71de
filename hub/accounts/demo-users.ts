import { isLoopback } from '../../node/is-loopback'
import type { Role } from '../../shared/accounts/actor'
import { usernameSchema } from '../../shared/accounts/username'
import type { User, UserRole } from './user-store'

const user = (username: string, name: string, role: UserRole): User => ({
  username: usernameSchema.parse(username),
  name,
  role,
})

/** Only a demo hub has these users. They all share one password, which is public. */
export const demoUsers: readonly User[] = [
  user('demo-officer', 'Demo officer', 'officer'),
  user('demo-officer-2', 'Demo officer 2', 'officer'),
  user('demo-supervisor', 'Demo supervisor', 'supervisor'),
  user('demo-trainer', 'Demo trainer', 'trainer'),
  user('demo-admin', 'Demo administrator', 'admin'),
  user('demo-fleet', 'Demo fleet', 'fleet'),
]

/** Used when NAVBATCHI_DEMO_PASSWORD is not set. */
export const defaultDemoPassword = 'navbatchi-demo'

export const demoSignIn = (env: Readonly<Record<string, string | undefined>>) => ({
  password: env.NAVBATCHI_DEMO_PASSWORD ?? defaultDemoPassword,
  users: demoUsers.flatMap(({ username, role }) => (role === 'fleet' ? [] : [{ username, role }])),
})

export function demoUserWith(role: Role): User {
  const user = demoUsers.find((candidate) => candidate.role === role)
  if (!user) throw new Error(`There is no demo user with the role ${role}`)
  return user
}

/**
 * Throws a sentence when a demo hub is told to listen to the network. The hub then ends with it.
 */
export function assertDemoIsLocal(host: string): void {
  if (isLoopback(host)) return
  throw new Error(
    `A demo hub has users whose password everybody knows, so it listens on this machine only: leave out --demo, or --host ${host}`,
  )
}
