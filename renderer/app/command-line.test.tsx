// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '../../shared/room/commands'
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
import { CommandLine } from '../command-line/CommandLine'
import type { Selection } from '../console/console-store'
import { FeatureParts } from '../console/feature-parts'
import { layOut } from '../testing/lay-out'
import { createTestPorts, renderConsole, type TestPorts } from '../testing/test-console'
import { Dialogs } from './Dialogs'
import { features } from './features'
import { Shortcuts } from './Shortcuts'

beforeAll(() => layOut(480, 640))
afterEach(cleanup)

const alarm: Selection = { kind: 'alarm', alarmId: 'a1' }
const incident: Selection = { kind: 'incident', incidentId: 'i2' }
const room = roomOf(
  sites(site('site-1', { name: 'Bank branch 014' }), site('site-2', { name: 'School 3' })),
  teams(team('q-03', { callSign: 'Q-03' }), team('q-07', { callSign: 'Q-07' })),
  raised('a1', 'site-1', { kind: 'hold-up', priority: 1 }),
  raised('a2', 'site-2'),
  acknowledged('a2', 'i2'),
  opened('i2', 'a2', 'site-2'),
)

let ports: TestPorts
const show = () =>
  renderConsole(
    ports,
    <FeatureParts features={features}>
      <Shortcuts />
      <CommandLine />
      <Dialogs />
    </FeatureParts>,
  )
const commands = () =>
  ports.bridge.asked
    .filter(({ name }) => name === 'command')
    .map(({ request }) => (request as { command: Command }).command)
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Command line' })
const said = () => screen.getByRole('status').textContent
async function type(text: string) {
  const user = userEvent.setup()
  await user.keyboard('[Slash]')
  await user.keyboard(text)
  return user
}

beforeEach(() => {
  ports = createTestPorts(room, { selection: alarm })
  ports.bridge.answer('command', () => ({ result: 'ok', seq: 99, notice: null }))
})

describe('The command line', () => {
  it('takes the focus by its key, says what Enter will do, and does it once', async () => {
    show()
    const user = await type('d q7')
    expect(document.activeElement).toBe(field())
    expect(said()).toContain('Send Q-07 to Hold-up, Bank branch 014')
    expect(commands()).toEqual([])
    await user.keyboard('{Enter}')
    expect(commands().map(({ type: one }) => one)).toEqual(['acknowledge-alarm', 'dispatch-team'])
    expect(commands()[1]).toMatchObject({ teamId: 'q-07' })
    expect(field().value).toBe('')
    expect(document.activeElement).not.toBe(field())
  })

  it('names the recommended team where none is written', async () => {
    show()
    await type('d')
    expect(said()).toMatch(/Send Q-0[37] to Hold-up, Bank branch 014/)
  })

  it('does nothing and keeps the line while it is ambiguous, unknown or refused', async () => {
    ports.store.setState({ selection: incident })
    show()
    const user = await type('ack now{Enter}')
    for (const line of ['dd', 'd q', 'd 99', 'os q7', 'close 9', 'note', 'x q7 late']) {
      await user.clear(field())
      await user.type(field(), `${line}{Enter}`)
      expect(commands(), line).toEqual([])
      expect(field().value).toBe(line)
      expect(said()?.length, line).toBeGreaterThan(5)
    }
  })

  it('writes a note and closes with a numbered cause', async () => {
    ports.store.setState({ selection: incident })
    show()
    await type('note smoke on roof{Enter}')
    expect(commands()).toMatchObject([{ type: 'add-note', text: 'smoke on roof' }])
    await type('close 3 sensor wet')
    expect(said()).toContain('School 3')
    await userEvent.setup().keyboard('{Enter}')
    expect(commands()[1]).toMatchObject({
      ...{ type: 'close-incident', disposition: 'false-equipment', remark: 'sensor wet' },
    })
  })

  it('says why a closing is refused before it is asked for', async () => {
    const out = roomOf(
      ...[sites(site('site-2')), teams(team('q-03')), raised('a2', 'site-2')],
      ...[acknowledged('a2', 'i2'), opened('i2', 'a2', 'site-2'), dispatched('r1', 'i2', 'q-03')],
    )
    ports.store.setState({ selection: incident, room: out, hubRoom: out })
    show()
    await type('close 3{Enter}')
    expect(said()).toContain('is still on this incident')
    expect(commands()).toEqual([])
  })

  it('completes with Tab and with the arrows', async () => {
    show()
    const user = await type('disp{Tab}q{ArrowDown}{ArrowDown}{Enter}')
    expect(field().value).toBe('dispatch Q-07')
    expect(commands()).toEqual([])
    await user.keyboard('{Enter}')
    expect(commands()[1]).toMatchObject({ type: 'dispatch-team', teamId: 'q-07' })
  })

  it('keeps its text when it is left, also for a new alarm in the middle of a line', async () => {
    ports.store.setState({ selection: incident })
    show()
    const user = await type('note guard does')
    await user.keyboard('{Control>} {/Control}')
    expect(ports.store.getState().selection).toEqual(alarm)
    await user.keyboard('a')
    expect(commands()).toMatchObject([{ type: 'acknowledge-alarm' }])
    act(() => ports.store.setState({ selection: incident }))
    await user.keyboard('[Slash]')
    expect(field().value).toBe('note guard does')
  })

  it('opens what was asked for with the words in it', async () => {
    show()
    await type('f bank 014{Enter}')
    expect(ports.store.getState().selection).toEqual({ kind: 'site', siteId: 'site-1' })
    await type('f site{Enter}')
    expect(screen.getByRole('dialog').querySelector('input')?.value).toBe('site')
  })
})
