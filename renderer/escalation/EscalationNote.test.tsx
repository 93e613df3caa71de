// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { RoomEvent } from '../../shared/room/events'
import { acknowledged, opened, raised, site, sites } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { AlarmQueue } from '../alarms/AlarmQueue'
import { SubjectPanel } from '../app/SubjectPanel'
import { layOut } from '../testing/lay-out'
import { createTestPorts, renderConsole } from '../testing/test-console'

afterEach(cleanup)

type Told = Extract<RoomEvent, { type: 'escalated' }>['data']
const told = (data: Partial<Told>): RoomEvent => ({
  type: 'escalated',
  data: { waits: 'unowned', level: 'supervisor', since: 2_000, to: [], ...data },
})
const chief = { id: 'chief', name: 'Chief' }

function show(selection: 'alarm' | 'incident', ...past: RoomEvent[]) {
  layOut(480, 640)
  const room = roomOf(sites(site('site-1')), raised('a1'), ...past)
  renderConsole(
    createTestPorts(room, {
      selection:
        selection === 'alarm'
          ? { kind: 'alarm', alarmId: 'a1' }
          : { kind: 'incident', incidentId: 'i1' },
    }),
    <>
      <AlarmQueue />
      <SubjectPanel />
    </>,
  )
  return document.querySelector('.escalation-note')?.textContent ?? null
}
const row = () => screen.getByRole('option').textContent

describe('What waits too long', () => {
  it('says on the card and in the row of an alarm who was told, and how long ago', () => {
    expect(show('alarm', told({ alarmId: 'a1', to: [chief] }))).toBe(
      'Nobody has taken this alarm. The supervisor was told: Chief (05:00:03, 1:37 ago)',
    )
    expect(row()).toContain('→ supervisor 1:37')
  })
  it('says so where nobody was there to be told, and what to do', () => {
    expect(show('alarm', told({ alarmId: 'a1' }))).toContain(
      'No supervisor is signed in: call one by telephone',
    )
    expect(row()).toContain('→ nobody here')
  })
  it('says on the card of an incident that no team was sent', () => {
    const inHand = [acknowledged('a1', 'i1'), opened('i1', 'a1')]
    const noTeam = told({ waits: 'no-team', incidentId: 'i1', since: 4_000, to: [chief] })
    expect(show('incident', ...inHand, noTeam)).toContain('No team was sent.')
    expect(row()).toContain('→ supervisor')
  })
  it('says nothing any more once it is taken', () => {
    const past = [told({ alarmId: 'a1' }), acknowledged('a1', 'i1'), opened('i1', 'a1')]
    expect(show('incident', ...past)).toBeNull()
    expect(row()).not.toContain('→')
  })
})
