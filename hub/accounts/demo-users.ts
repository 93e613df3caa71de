import type { Role } from '../../shared/accounts/actor'
import { isLoopback } from '../loopback'
import type { User } from './user-store'

/** The users of a demo hub, and of no other: all have one password that everybody knows. */
export const demoUsers: readonly User[] = [
  { username: 'demo-officer', name: 'Demo officer', role: 'officer' },
  { username: 'demo-officer-2', name: 'Demo officer 2', role: 'officer' },
  { username: 'demo-supervisor', name: 'Demo supervisor', role: 'supervisor' },
  { username: 'demo-trainer', name: 'Demo trainer', role: 'trainer' },
  { username: 'demo-admin', name: 'Demo administrator', role: 'admin' },
  { username: 'demo-fleet', name: 'Demo fleet', role: 'fleet' },
]

/** Used when NAVBATCHI_DEMO_PASSWORD is not set. */
export const defaultDemoPassword = 'navbatchi-demo'

export function demoUserWith(role: Role): User {
  const user = demoUsers.find((candidate) => candidate.role === role)
  if (!user) throw new Error(`There is no demo user with the role ${role}`)
  return user
}

/** Throws the one sentence a demo hub ends with when it is told to listen to the network. */
export function assertDemoIsLocal(host: string): void {
  if (isLoopback(host)) return
  throw new Error(
    `A demo hub has users whose password everybody knows, so it listens on this machine only: leave out --demo, or --host ${host}`,
  )
}
