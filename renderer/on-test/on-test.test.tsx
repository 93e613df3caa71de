// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { minute } from '../../shared/lang/instant'
import type { RoomEvent } from '../../shared/room/events'
import { officer, signal, site, sites } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { Dialogs } from '../app/Dialogs'
import { Shortcuts } from '../app/Shortcuts'
import { StatusLine } from '../app/StatusLine'
import { SubjectPanel } from '../app/SubjectPanel'
import { layOut } from '../testing/lay-out'
import { createTestPorts, renderConsole } from '../testing/test-console'

// The virtual list draws what fits; happy-dom lays nothing out, so the height of the list is given.
beforeAll(() => layOut(800, 400))
afterEach(cleanup)

const register = sites(
  site('site-1', {
    name: 'Bank branch 014',
    zones: [
      { number: '1', name: 'Main entrance' },
      { number: '2', name: 'Vault' },
    ],
  }),
  site('site-2', { name: 'School 3', zones: [] }),
)
const now = 100_000
const started = (
  testId: string,
  siteId: string,
  zones: string[] | null,
  minutes: number,
): RoomEvent => ({
  type: 'test-started',
  data: { testId, siteId, zones, until: now + minutes * minute, reason: 'Walk test' },
})
const tested = (testId: string): RoomEvent => ({
  type: 'signal-received',
  data: {
    ...signal('0001', { zone: '002', code: '133', meaning: 'Safe' }),
    siteId: 'site-1',
    testId,
  },
})

function show(...past: RoomEvent[]) {
  const ports = createTestPorts(
    roomOf(register, ...past),
    { selection: { kind: 'site', siteId: 'site-1' } },
    now,
  )
  ports.bridge.answer('command', () => ({ result: 'ok', seq: 9, notice: null }))
  renderConsole(
    ports,
    <>
      <Shortcuts />
      <SubjectPanel />
      <StatusLine />
      <Dialogs />
    </>,
  )
  const commands = () =>
    ports.bridge.asked
      .filter(({ name }) => name === 'command')
      .map(({ request }) => (request as { command: unknown }).command)
  return { ports, commands, user: userEvent.setup() }
}

describe('putting a site on test', () => {
  it('asks what, how long and why, and sends that', async () => {
    const { user, commands } = show()
    await user.keyboard('w')
    const dialog = within(screen.getByRole('dialog'))
    await user.click(dialog.getByRole('checkbox', { name: /Vault/ }))
    await user.keyboard('3')
    dialog.getByText('until 07:01, then alarms are raised again by themselves')
    await user.type(dialog.getByRole('textbox', { name: 'Reason' }), 'New detector{Enter}')
    expect(commands()).toEqual([
      {
        type: 'start-test',
        testId: 'id-1',
        siteId: 'site-1',
        zones: ['2'],
        minutes: 120,
        reason: 'New detector',
      },
    ])
  })
  it('does nothing without a reason, or with no zone of some', async () => {
    const { user, commands } = show()
    await user.keyboard('w')
    const dialog = within(screen.getByRole('dialog'))
    await user.click(dialog.getByRole('radio', { name: 'Only these zones' }))
    await user.click(dialog.getByRole('button', { name: /^Put on test/ }))
    dialog.getByText('Choose at least one zone')
    await user.click(dialog.getByRole('radio', { name: 'The whole site' }))
    dialog.getByText('Give a reason')
    expect(commands()).toEqual([])
  })
})

describe('a site on test', () => {
  it('says so on its card: until when, what, who, why, and what came', () => {
    show(started('t1', 'site-1', ['2'], 90), tested('t1'))
    const note = within(screen.getByRole('region', { name: 'ON TEST' }))
    note.getByText('until 06:31')
    note.getByText('1:30:00 left')
    note.getByText('zones: 2 Vault')
    note.getByText(`by ${officer.name} since 05:00:02`)
    note.getByText('Walk test')
    note.getByText('1 signal: recorded and visible here, not queued')
    note.getByText('zone 2: Vault')
  })
  it('is taken off it by one key; with several tests it asks which', async () => {
    const one = show(started('t1', 'site-1', null, 90))
    await one.user.keyboard('e')
    expect(one.commands()).toEqual([{ type: 'end-test', testId: 't1' }])
    cleanup()
    const two = show(started('t1', 'site-1', ['1'], 90), started('t2', 'site-1', ['2'], 30))
    await two.user.keyboard('e')
    expect(two.commands()).toEqual([])
    await two.user.keyboard('e')
    expect(two.commands()).toEqual([{ type: 'end-test', testId: 't1' }])
  })
})

describe('the list of what is on test', () => {
  it('counts all, puts on top what ends first, and leads to the site', async () => {
    const { ports, user } = show(
      started('t1', 'site-1', null, 90),
      started('t2', 'site-2', null, 30),
    )
    screen.getByText('On test: 2')
    await user.keyboard('{Shift>}w{/Shift}')
    expect(screen.getAllByRole('option').map((row) => row.textContent)).toEqual([
      expect.stringContaining('School 3'),
      expect.stringContaining('Bank branch 014'),
    ])
    await user.keyboard('{Enter}')
    expect(ports.store.getState().selection).toEqual({ kind: 'site', siteId: 'site-2' })
  })
  it('says what to do when nothing is on test', async () => {
    const { user, ports } = show()
    await user.keyboard('{Shift>}w{/Shift}')
    screen.getByText('Nothing is on test')
    screen.getByText('Select a site and press W.')
    act(() => ports.store.setState({ dialog: null }))
    screen.getByText('Nothing on test')
  })
})
