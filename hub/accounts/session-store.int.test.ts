import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../node/sqlite'
import type { Actor } from '../../shared/accounts/actor'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { createSessionStore, sessionLength } from './session-store'

const officer: Actor = {
  kind: 'officer',
  id: 'officer-1',
  name: 'Officer 1',
  role: 'officer',
  desk: 'Desk 1',
}

function someSessions() {
  const clock = createManualClock(1_000)
  const database = openDatabase(':memory:')
  return { clock, database, sessions: createSessionStore(database, clock) }
}

describe('sessions', () => {
  it('know their holder by the token', () => {
    const { sessions } = someSessions()
    const { token, principal } = sessions.start('person', officer)
    expect(token.length).toBeGreaterThanOrEqual(43)
    expect(sessions.find(token)).toEqual(principal)
    expect(sessions.find(`${token}x`)).toBeNull()
  })
  it('are stored without the token', () => {
    const { sessions, database } = someSessions()
    const { token } = sessions.start('person', officer)
    expect(JSON.stringify(database.prepare('SELECT * FROM sessions').all())).not.toContain(token)
  })
  it('end after sixteen hours', () => {
    const { sessions, clock } = someSessions()
    const { token, principal } = sessions.start('person', officer)
    clock.advance(sessionLength - 1)
    expect(sessions.isOpen(principal)).toBe(true)
    clock.advance(1)
    expect(sessions.isOpen(principal)).toBe(false)
    expect(sessions.find(token)).toBeNull()
  })
  it('end when they are told to, one or all of a user', () => {
    const { sessions } = someSessions()
    const [first, second, third] = [1, 2, 3].map(() => sessions.start('person', officer))
    sessions.end(first?.principal.sessionId ?? '')
    expect(sessions.find(first?.token ?? '')).toBeNull()
    expect(sessions.find(second?.token ?? '')).not.toBeNull()
    sessions.endAllOf('officer-1')
    expect([second, third].map((session) => sessions.find(session?.token ?? ''))).toEqual([
      null,
      null,
    ])
  })
  it('survive a restart of the hub', () => {
    const { sessions, clock, database } = someSessions()
    const { token, principal } = sessions.start('fleet', {
      kind: 'system',
      id: 'fleet-1',
      name: 'Fleet 1',
    })
    const reopened = createSessionStore(database, clock)
    expect(reopened.find(token)).toEqual(principal)
    reopened.end(principal.sessionId)
    expect(createSessionStore(database, clock).find(token)).toBeNull()
  })
  it('leave nothing behind once they have ended', () => {
    const { sessions, clock, database } = someSessions()
    sessions.start('person', officer)
    clock.advance(sessionLength)
    sessions.start('person', officer)
    expect(database.prepare('SELECT count(*) AS n FROM sessions').get()).toEqual({ n: 1 })
  })
})
