// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { SettledCommand } from '../../shared/ipc/contract'
import { sentence } from '../../shared/lang/decision'
import type { Command } from '../../shared/room/commands'
import { officer2, raised, site, sites, team, teams } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { saySettled } from '../console/send-command'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { Notices } from './Notices'

beforeAll(() => {
  // The test's document has no layer above the others.
  HTMLElement.prototype.showPopover ??= () => {}
  HTMLElement.prototype.hidePopover ??= () => {}
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const room = roomOf(
  sites(site('site-1', { name: 'Bank' }), site('site-2', { name: 'School' })),
  teams(team('q-07', { callSign: 'Q-07' })),
  raised('a1', 'site-1'),
  raised('a2', 'site-2'),
)
const left = sentence('given-by-another', 'It was given by somebody who has signed out since')
const acknowledge = (alarmId: string): Command => ({
  type: 'acknowledge-alarm',
  alarmId,
  incidentId: `i-${alarmId}`,
})
const refused = (commandId: string, command: Command): SettledCommand => ({
  ...{ commandId, command, type: command.type, issuedAt: 5_000, by: officer2 },
  reply: { result: 'refused', refusal: left },
})

describe('What was asked while the hub was away and did not happen', () => {
  it('is said with site, team, time and giver, each of it, and stands until it is put away', () => {
    vi.useFakeTimers()
    const ports = createTestPorts(room)
    renderConsole(ports, <Notices />)
    act(() => {
      saySettled(ports, refused('c1', acknowledge('a1')))
      saySettled(ports, refused('c2', acknowledge('a2')))
      const dispatch = { type: 'dispatch-team', teamId: 'q-07' } as const
      const ids = { incidentId: 'i-a1', assignmentId: 'as1', alarmId: 'a1' }
      const nearest = { metres: null, seconds: null, positionAge: null }
      const reason = { recommended: true, text: 'nearest', ...nearest }
      saySettled(ports, refused('c3', { ...dispatch, ...ids, reason }))
    })
    act(() => vi.advanceTimersByTime(600_000))
    const said = screen.getByText(/Bank/).textContent ?? ''
    expect(said).toContain('Acknowledge an alarm, Bank')
    expect(said).toContain('Acknowledge an alarm, School')
    expect(said).toContain('Dispatch a team, Q-07, Bank')
    expect(said.split(officer2.name)).toHaveLength(4)
    expect(said).toMatch(/\d\d:\d\d:\d\d/)
    act(() => screen.getByRole('button').click())
    expect(screen.queryByText(/Bank/)).toBeNull()
  })

  it('names nobody where it was asked by whoever reads it', () => {
    const ports = createTestPorts(room)
    renderConsole(ports, <Notices />)
    const you = ports.store.getState().link
    if (you.phase !== 'live') throw new Error('The test console is not live')
    act(() => saySettled(ports, { ...refused('c1', acknowledge('a1')), by: you.you }))
    expect(screen.getByText(/Acknowledge an alarm, Bank/).textContent).not.toContain(you.you.name)
  })
})
