// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
import { FeatureParts } from '../console/feature-parts'
import { createTestPorts, renderConsole, type TestPorts } from '../testing/test-console'
import { UndoChip } from '../undo/UndoChip'
import { features } from './features'
import { Shortcuts } from './Shortcuts'

afterEach(cleanup)

const past = [
  sites(site('site-1', { name: 'Bank branch 014' })),
  teams(team('q-03', { callSign: 'Q-03' })),
  raised('a1', 'site-1'),
  { event: acknowledged('a1', 'i1'), at: 96_000 },
  { event: opened('i1', 'a1'), at: 96_000 },
]
const taken = roomOf(...past)
const sent = roomOf(...past, { event: dispatched('r1', 'i1', 'q-03'), at: 99_000 })

let ports: TestPorts
const show = () =>
  renderConsole(
    ports,
    <FeatureParts features={features}>
      <Shortcuts />
      <UndoChip />
      <input aria-label="a field" />
    </FeatureParts>,
  )
const commands = () =>
  ports.bridge.asked
    .filter(({ name }) => name === 'command')
    .map(({ request }) => (request as { command: Command }).command)
const chip = () => screen.queryByRole('button', { name: /Undo/ })

beforeEach(() => {
  ports = createTestPorts(taken, { selection: { kind: 'incident', incidentId: 'i1' } })
  ports.bridge.answer('command', () => ({ result: 'ok', seq: 99, notice: null }))
})

describe('Undo', () => {
  it('names what it takes back and the seconds left, and takes no focus', () => {
    show()
    screen.getByLabelText('a field').focus()
    expect(chip()?.textContent).toContain('Undo acknowledgement: Bank branch 014')
    expect(chip()?.textContent).toContain('6 s')
    expect(document.activeElement).toBe(screen.getByLabelText('a field'))
  })

  it('gives the alarm back by its key, and shows the alarm that waits again', async () => {
    show()
    await userEvent.setup().keyboard('{Control>}z{/Control}')
    expect(commands()).toEqual([{ type: 'release-alarm', alarmId: 'a1' }])
    expect(ports.store.getState().selection).toEqual({ kind: 'alarm', alarmId: 'a1' })
  })

  it('takes back the newest deed first: a dispatch, by a click too', async () => {
    act(() => ports.store.setState({ room: sent, hubRoom: sent }))
    show()
    expect(chip()?.textContent).toContain('Undo dispatch')
    await userEvent.setup().click(chip() as HTMLElement)
    expect(commands()).toEqual([{ type: 'undo-dispatch', assignmentId: 'r1' }])
  })

  it('is gone when the time is over, and its key then says so and sends nothing', async () => {
    ports = createTestPorts(taken, {}, 107_000)
    show()
    expect(chip()).toBeNull()
    await userEvent.setup().keyboard('{Control>}z{/Control}')
    expect(commands()).toEqual([])
    expect(ports.store.getState().notices.at(-1)?.code).toBe('nothing-to-undo')
  })

  it('leaves Ctrl Z to a field in which text is typed', async () => {
    show()
    await userEvent.setup().click(screen.getByLabelText('a field'))
    await userEvent.setup().keyboard('{Control>}z{/Control}')
    expect(commands()).toEqual([])
  })
})
