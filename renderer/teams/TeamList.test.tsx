// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { minute } from '../../shared/lang/instant'
import {
  acknowledged,
  dispatched,
  opened,
  raised,
  site,
  sites,
  team,
  teams,
} from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { Shortcuts } from '../app/Shortcuts'
import { layOut } from '../testing/lay-out'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { TeamList } from './TeamList'

// The virtual list draws what fits; happy-dom lays nothing out, so the height of the list is given.
beforeAll(() => layOut(900, 400))
afterEach(cleanup)

const now = 5 * minute
const room = roomOf(
  sites(site('site-1', { name: 'Bank branch 014' })),
  teams(team('q-01'), team('q-02'), team('q-03')),
  raised('a1', 'site-1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1'),
  dispatched('as1', 'i1', 'q-02'),
  { type: 'team-taken-out-of-service', data: { teamId: 'q-01', reason: 'Flat tyre' } },
)
const show = (selected = true) => {
  const fix = { teamId: 'q-03', lon: 65.79, lat: 38.88, at: now - 2 * minute, speed: 0, heading: 0 }
  const ports = createTestPorts(
    room,
    {
      positions: new Map([['q-03', fix]]),
      selection: selected ? { kind: 'incident', incidentId: 'i1' } : null,
    },
    now,
  )
  renderConsole(
    ports,
    <>
      <Shortcuts />
      <TeamList />
    </>,
  )
  return ports
}
const row = (name: string) => within(screen.getByRole('option', { name: new RegExp(name) }))

describe('the team list', () => {
  it('has those on a run on top and those out of service last', () => {
    show()
    expect(screen.getAllByRole('option').map((option) => option.id)).toEqual([
      'team-row-q-02',
      'team-row-q-03',
      'team-row-q-01',
    ])
    screen.getByText('1 of 3 available')
  })
  it('says where a team goes, and when somebody should ask it', () => {
    show()
    row('Q-02').getByText('Bank branch 014')
    row('Q-02').getByText('not acknowledged')
    row('Q-01').getByText('Flat tyre')
  })
  it('says how old a position is, and that it is old', () => {
    show()
    row('Q-03').getByText('2 min ago, old')
    row('Q-02').getByText('no position yet')
  })
  it('measures to what is selected', () => {
    show()
    row('Q-03').getByText('2.2 km')
  })
  it('measures nothing while nothing is selected', () => {
    show(false)
    expect(row('Q-03').queryByText('2.2 km')).toBeNull()
  })
  it('is walked with a key from anywhere, and with the arrows when it has the focus', async () => {
    const { store } = show()
    await userEvent.keyboard('t')
    expect(store.getState().selection).toEqual({ kind: 'team', teamId: 'q-02' })
    screen.getByRole('listbox').focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
    expect(store.getState().selection).toEqual({ kind: 'team', teamId: 'q-03' })
  })
})
