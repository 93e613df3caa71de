// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '../../shared/room/commands'
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
import { AlarmQueue } from '../alarms/AlarmQueue'
import type { Selection } from '../console/console-store'
import { FeatureParts } from '../console/feature-parts'
import { TeamList } from '../teams/TeamList'
import { layOut } from '../testing/lay-out'
import { createTestPorts, renderConsole, type TestPorts } from '../testing/test-console'
import { Ledger } from '../triage/Ledger'
import { Dialogs } from './Dialogs'
import { features } from './features'
import { Shortcuts } from './Shortcuts'
import { StatusLine } from './StatusLine'
import { SubjectPanel } from './SubjectPanel'
import { TopBar } from './TopBar'

beforeAll(() => layOut(480, 640))
afterEach(cleanup)

const alarm: Selection = { kind: 'alarm', alarmId: 'a1' }
const incident: Selection = { kind: 'incident', incidentId: 'i2' }
const room = roomOf(
  sites(site('site-1', { name: 'Bank branch 014' }), site('site-2', { name: 'School 3' })),
  teams(team('q-03'), team('q-07')),
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
      <TopBar />
      <AlarmQueue />
      <Ledger />
      <TeamList />
      <SubjectPanel />
      <StatusLine />
      <Dialogs />
      <fieldset>
        <input type="radio" aria-label="a radio button" />
        <input type="checkbox" aria-label="a check box" />
        <input type="range" aria-label="a range" />
        <select aria-label="a select">
          <option>alpha</option>
        </select>
        <div role="slider" tabIndex={0} aria-label="a slider" aria-valuenow={1} />
        <div role="menuitem" tabIndex={0} aria-label="a menu item" />
      </fieldset>
      <input aria-label="a field" />
      <input type="search" aria-label="a search" />
      <textarea aria-label="an area" />
    </FeatureParts>,
  )
const commands = () =>
  ports.bridge.asked
    .filter(({ name }) => name === 'command')
    .map(({ request }) => (request as { command: Command }).command.type)
const dialogKind = () => ports.store.getState().dialog?.kind
const focusable = () => [
  ...document.querySelectorAll<HTMLElement>('button, input, select, a, [tabindex], summary'),
]
const nameOf = (element: HTMLElement) =>
  `${element.tagName} ${element.role} ${element.textContent?.slice(0, 40)}`
const isText = (element: HTMLElement) =>
  element.matches('input[type=search], input:not([type]), textarea')

beforeEach(() => {
  ports = createTestPorts(room, { selection: alarm })
  ports.bridge.answer('command', () => ({ result: 'ok', seq: 99, notice: null }))
})

/** Walking through a whole screen takes its time on a busy machine (ms). */
const timeout = 60_000

describe('the keys of the window', { timeout }, () => {
  it('act wherever the focus is, on every element that can have it', async () => {
    show()
    const user = userEvent.setup()
    const walked = focusable().filter((element) => !isText(element))
    expect(walked.length).toBeGreaterThan(15)
    expect(walked.some((element) => element.role === 'option')).toBe(true)
    for (const element of walked) {
      ports.bridge.asked.length = 0
      act(() => {
        ports.store.setState({ selection: alarm, dialog: null })
        element.focus()
      })
      await user.keyboard('a')
      expect(commands(), nameOf(element)).toEqual(['acknowledge-alarm'])
    }
  })

  it('act after a click on a row of teams', async () => {
    show()
    const user = userEvent.setup()
    await user.click(screen.getByRole('option', { name: /Q-03/ }))
    act(() => ports.store.setState({ selection: alarm }))
    await user.keyboard('a')
    expect(commands()).toEqual(['acknowledge-alarm'])
  })

  it('are text where text is typed', async () => {
    show()
    const user = userEvent.setup()
    for (const name of ['a field', 'a search', 'an area']) {
      const field = screen.getByLabelText<HTMLInputElement>(name)
      await user.click(field)
      await user.keyboard('a d ')
      expect(field.value, name).toBe('a d ')
    }
    expect(commands()).toEqual([])
  })

  it('leave the arrows to a select, a radio button and a slider', async () => {
    show()
    const user = userEvent.setup()
    for (const name of ['a radio button', 'a range', 'a select', 'a slider']) {
      act(() => screen.getByLabelText(name).focus())
      await user.keyboard('{ArrowDown}')
      expect(ports.store.getState().selection, name).toEqual(alarm)
    }
  })

  it('go to the new alarm with the space bar, also from a button', async () => {
    show()
    const user = userEvent.setup()
    const kinds = new Map(
      focusable().map((one) => [`${one.tagName} ${one.role} ${one.getAttribute('type')}`, one]),
    )
    for (const element of [...kinds.values()].filter((one) => !isText(one))) {
      act(() => {
        ports.store.setState({ selection: incident, dialog: null })
        element.focus()
      })
      await user.keyboard(' ')
      expect(ports.store.getState().selection, nameOf(element)).toEqual(alarm)
    }
  })
})

describe('an open dialog', { timeout }, () => {
  const openNote = async () => {
    ports.store.setState({ selection: incident })
    show()
    const user = userEvent.setup()
    await user.keyboard('n')
    return user
  }

  it('is not modal, and keeps the letters meant for it from the room', async () => {
    const user = await openNote()
    const dialog = screen.getByRole<HTMLDialogElement>('dialog')
    expect(dialog.matches(':modal')).toBe(false)
    act(() => dialog.focus())
    await user.keyboard('dac')
    expect(commands()).toEqual([])
    expect(dialogKind()).toBe('note')
  })

  it('is left for a new alarm with the space bar, or with Ctrl while text is typed; the text is there on return', async () => {
    const user = await openNote()
    await user.keyboard('Door open')
    await user.keyboard('{Control>} {/Control}')
    expect(ports.store.getState().selection).toEqual(alarm)
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.keyboard('a')
    expect(commands()).toEqual(['acknowledge-alarm'])

    act(() => ports.store.setState({ selection: incident }))
    await user.keyboard('n')
    expect(screen.getByRole('dialog').querySelector('textarea')?.value).toBe('Door open')
    act(() => screen.getByRole('dialog').focus())
    await user.keyboard(' ')
    expect(ports.store.getState().selection).toEqual(alarm)
  })

  it('has no draft any more once its text was sent', async () => {
    const user = await openNote()
    await user.keyboard('Door open{Control>}{Enter}{/Control}')
    expect(commands()).toEqual(['add-note'])
    await user.keyboard('n')
    expect(screen.getByRole('dialog').querySelector('textarea')?.value).toBe('')
  })

  it('keeps what was typed when the hub refuses it', async () => {
    ports.bridge.answer('command', () => ({
      result: 'refused',
      refusal: { code: 'x', params: {}, text: 'No' },
    }))
    const user = await openNote()
    await user.keyboard('Door open{Control>}{Enter}{/Control}n')
    expect(screen.getByRole('dialog').querySelector('textarea')?.value).toBe('Door open')
  })

  it('is closed with Escape from wherever the focus is, which does nothing else', async () => {
    const user = await openNote()
    act(() => screen.getByRole('listbox', { name: 'Alarms' }).focus())
    await user.keyboard('{Escape}')
    expect(dialogKind()).toBeUndefined()
    expect(ports.store.getState().selection).toEqual(incident)
  })

  it('gives the focus back to where it was', async () => {
    ports.store.setState({ selection: incident })
    show()
    const user = userEvent.setup()
    const queue = screen.getByRole('listbox', { name: 'Alarms' })
    act(() => queue.focus())
    await user.keyboard('n')
    expect(document.activeElement).toBe(screen.getByRole('dialog').querySelector('textarea'))
    await user.keyboard('{Escape}')
    expect(document.activeElement).toBe(queue)
  })

  it('never begins on a button that nobody marked as wanted most', async () => {
    const kinds = [
      { kind: 'outbox' },
      { kind: 'keys' },
      { kind: 'receiver-lines' },
      { kind: 'tests', testId: null },
      { kind: 'quarantine' },
      { kind: 'find-site' },
      { kind: 'choose-team', incidentId: 'i2' },
      { kind: 'close', incidentId: 'i2' },
      { kind: 'out-of-service', teamId: 'q-03' },
      { kind: 'start-test', siteId: 'site-1' },
    ] as const
    show()
    for (const dialog of kinds) {
      act(() => ports.store.setState({ dialog }))
      const focused = document.activeElement
      expect(screen.getByRole('dialog').contains(focused), dialog.kind).toBe(true)
      expect(focused?.tagName, dialog.kind).not.toBe('BUTTON')
    }
  })
})
