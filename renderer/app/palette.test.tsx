// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  acknowledged,
  opened,
  raised,
  site,
  sites,
  team,
  teams,
} from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { FeatureParts } from '../console/feature-parts'
import { layOut } from '../testing/lay-out'
import { createTestPorts, renderConsole, type TestPorts } from '../testing/test-console'
import { actionsIn } from './actions'
import { Dialogs } from './Dialogs'
import { features } from './features'
import { Shortcuts } from './Shortcuts'

beforeAll(() => layOut(480, 12_000))
afterEach(cleanup)

const room = roomOf(
  sites(
    site('site-1', { name: 'Bank branch 014', address: 'Demo ko‘chasi 2' }),
    site('site-2', { name: 'Дорихона, Шаҳрисабз' }),
  ),
  teams(team('q-03', { callSign: 'Q-03' })),
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
      <Dialogs />
    </FeatureParts>,
  )
const rows = () => screen.getAllByRole('option').map(({ textContent }) => textContent ?? '')
async function find(text: string) {
  const user = userEvent.setup()
  await user.keyboard('{Control>}k{/Control}')
  if (text !== '') await user.keyboard(text)
  return user
}

beforeEach(() => {
  ports = createTestPorts(room)
  ports.bridge.answer('command', () => ({ result: 'ok', seq: 99, notice: null }))
})

describe('The palette', () => {
  it('lists every action of the window with its key', async () => {
    show()
    await find('')
    const actions = actionsIn('live').filter(({ id }) => id !== 'show-palette')
    expect(rows()).toHaveLength(actions.length)
    for (const row of screen.getAllByRole('option'))
      expect(row.querySelector('kbd'), row.textContent ?? '').not.toBeNull()
  })

  it('says why an action cannot be done now, and stays when it is asked for', async () => {
    show()
    const user = await find('close incident')
    expect(rows()[0]).toContain('Nothing is selected')
    await user.keyboard('{Enter}')
    expect(screen.getByRole('dialog').textContent).toContain('Find anything')
    expect(ports.store.getState().dialog?.kind).toBe('palette')
  })

  it('does an action, and is gone', async () => {
    ports.store.setState({ selection: { kind: 'incident', incidentId: 'i2' } })
    show()
    const user = await find('add note')
    await user.keyboard('{Enter}')
    expect(ports.store.getState().dialog?.kind).toBe('note')
  })

  it('goes to a site in any spelling, to a team, an alarm and an incident', async () => {
    const places = [
      ['Shahrisabz intrusion', { kind: 'incident', incidentId: 'i2' }],
      ['hold-up bank', { kind: 'alarm', alarmId: 'a1' }],
      // The call sign begins so; of the bank no word is that close.
      ['q-0', { kind: 'team', teamId: 'q-03' }],
      ['dorixona', { kind: 'incident', incidentId: 'i2' }],
    ] as const
    show()
    for (const [text, selection] of places) {
      const user = await find(text)
      await user.keyboard('{Enter}')
      expect(ports.store.getState().selection, text).toMatchObject(selection)
    }
    const user = await find('Şahrisabz')
    expect(rows().at(-1)).toContain('Дорихона, Шаҳрисабз')
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}')
    expect(ports.store.getState().selection).toEqual({ kind: 'site', siteId: 'site-2' })
  })

  it('says so when nothing is found', async () => {
    show()
    await find('zzzz')
    expect(screen.getByRole('dialog').textContent).toContain('Nothing has these words')
  })
})

describe('The list of keys', () => {
  it('names every action of the window under what the hand is doing', async () => {
    show()
    await userEvent.setup().keyboard('{Shift>}[Slash]{/Shift}')
    const { textContent } = screen.getByRole('dialog')
    expect(textContent).toContain('Taking an alarm')
    expect(textContent).toContain('Acknowledge')
    expect(textContent).not.toContain('Watching the past')
    act(() => ports.store.setState({ mode: 'replay' }))
    expect(screen.getByRole('dialog').textContent).toContain('Watching the past')
  })

  it('names what can be typed', async () => {
    show()
    await userEvent.setup().keyboard('{Shift>}[Slash]{/Shift}')
    const words = [...screen.getByRole('dialog').querySelectorAll('code')].map(
      (code) => code.textContent,
    )
    for (const { words: all } of features.flatMap(({ line = [] }) => line))
      expect(words).toContain(all[0])
  })
})
