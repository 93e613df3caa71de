// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { PendingCommand } from '../../shared/ipc/contract'
import type { Command } from '../../shared/room/commands'
import {
  acknowledge,
  dispatch,
  officer,
  raised,
  site,
  sites,
  team,
  teams,
} from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { showExpected } from '../console/show-expected'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { OutboxDialog } from './OutboxDialog'

const hub = roomOf(
  { type: 'unit-founded', data: { unitId: 'unit-1', name: 'Unit One', demo: true } },
  sites(site('site-1', { name: 'Bank branch 014' })),
  teams(team('q-01')),
  raised('a1', 'site-1', { kind: 'hold-up', priority: 1 }),
)
const away = { phase: 'lost', since: 0, hub: 'test', said: null, you: officer } as const

const waiting = (command: Command, n: number): PendingCommand => ({
  commandId: `c${n}`,
  command,
  type: command.type,
  by: officer,
  unit: 'unit-1',
  issuedAt: 80_000 + n * 1_000,
  state: 'waiting',
})

function show(...commands: Command[]) {
  const ports = createTestPorts(hub, { link: away })
  ports.store.setState(showExpected(ports.store.getState(), { pending: commands.map(waiting) }))
  ports.bridge.answer('withdraw-command', () => true)
  renderConsole(ports, <OutboxDialog />)
  const withdrawn = () =>
    ports.bridge.asked
      .filter(({ name }) => name === 'withdraw-command')
      .map(({ request }) => (request as { commandId: string }).commandId)
  return { ports, withdrawn, user: userEvent.setup() }
}
const takenAndSent = [acknowledge('a1', 'i1'), dispatch('i1', 'q-01', 'as1')] as const

describe('the list of commands that wait for the hub', () => {
  afterEach(cleanup)

  it('names of each what was asked for, the team, the site and the time', () => {
    show(...takenAndSent)
    const [first, second] = screen.getAllByRole('listitem').map((row) => row.textContent)
    expect(first).toMatch(/05:01:20.*Bank branch 014.*waiting 0:20/)
    expect(second).toMatch(/05:01:21.*Q-01 → .*Bank branch 014.*waiting 0:19/)
  })

  it('begins where no key takes a command back', async () => {
    const { user, withdrawn } = show(...takenAndSent)
    expect(screen.getByRole('list')).toBe(document.activeElement)
    await user.keyboard('{Enter} ')
    expect(withdrawn()).toEqual([])
  })

  it('asks before it takes back what others depend on, and takes the last back first', async () => {
    const { user, withdrawn } = show(...takenAndSent)
    const [first] = screen.getAllByRole('listitem')
    if (!first) throw new Error('Nothing is listed')
    await user.click(within(first).getByRole('button', { name: 'Withdraw' }))
    expect(withdrawn()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Take all back' }))
    expect(withdrawn()).toEqual(['c1', 'c0'])
  })

  it('says that nothing waits, when nothing does', () => {
    show()
    screen.getByText('Nothing is waiting')
  })
})
