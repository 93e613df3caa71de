// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { minute } from '../../shared/lang/instant'
import type { Command } from '../../shared/room/commands'
import type { RoomEvent } from '../../shared/room/events'
import {
  acknowledged,
  dispatched,
  opened,
  raised,
  site,
  sites,
  supervisor,
  team,
  teams,
} from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import type { ConsoleData, Selection } from '../console/console-store'
import { live } from '../testing/fake-bridge'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { Dialogs } from './Dialogs'
import { Shortcuts } from './Shortcuts'
import { SubjectPanel } from './SubjectPanel'

afterEach(cleanup)

const bank = site('site-1', {
  name: 'Bank branch 014',
  zones: [
    { number: '1', name: 'Main entrance' },
    { number: '2', name: 'Vault' },
  ],
  hazards: ['Weapon room'],
  contacts: [{ role: 'Guard post', name: 'Test contact', phone: '+998 00 111 11 11' }],
})
const base: readonly RoomEvent[] = [
  sites(bank, site('site-2', { name: 'School 3' })),
  teams(
    team('q-03', { callSign: 'Q-03' }),
    team('q-07', { callSign: 'Q-07', postLocation: { lon: 65.82, lat: 38.87 } }),
  ),
  raised('a1', 'site-1', { zone: '2' }),
]
const taken: readonly RoomEvent[] = [...base, acknowledged('a1', 'i1'), opened('i1', 'a1')]
const sent: readonly RoomEvent[] = [...taken, dispatched('as1', 'i1', 'q-03')]
const incident: Selection = { kind: 'incident', incidentId: 'i1' }

function show(events: readonly RoomEvent[], change: Partial<ConsoleData> = {}, now = 60_000) {
  const ports = createTestPorts(roomOf(...events), { selection: incident, ...change }, now)
  ports.bridge.answer('command', () => ({ result: 'ok', seq: 99, notice: null }))
  renderConsole(
    ports,
    <>
      <Shortcuts />
      <SubjectPanel />
      <Dialogs />
    </>,
  )
  const commands = () =>
    ports.bridge.asked
      .filter(({ name }) => name === 'command')
      .map(({ request }) => (request as { command: Command }).command)
  return { ports, commands }
}
const section = (name: string) => within(screen.getByRole('region', { name }))

describe('the card of an alarm nobody has taken', () => {
  it('says what, where and since when, names the zone, and offers the one thing to do', async () => {
    const { commands } = show(base, { selection: { kind: 'alarm', alarmId: 'a1' } })
    screen.getByRole('heading', { name: 'Intrusion' })
    screen.getByText('Bank branch 014')
    section('Signals').getByText('zone 2: Vault')
    section('Site').getByText('Weapon room')
    await userEvent.click(screen.getByRole('button', { name: /Acknowledge/ }))
    expect(commands()).toMatchObject([{ type: 'acknowledge-alarm', alarmId: 'a1' }])
  })
  it('recommends a team before it is taken', () => {
    show(base, { selection: { kind: 'alarm', alarmId: 'a1' } })
    section('Whom to send').getByText('Q-03')
    screen.getByRole('button', { name: /Dispatch Q-03/ })
  })
})

describe('the card of an incident', () => {
  it('shows the next step of the response plan with what it needs', async () => {
    const checked: RoomEvent = {
      type: 'incident-step-completed',
      data: { incidentId: 'i1', stepId: 'check-zones' },
    }
    show([...sent, checked])
    const next = section('What to do next')
    expect(next.getByText('Call the contact').closest('[aria-current=step]')).not.toBeNull()
    next.getByText('+998 00 111 11 11')
    next.getByText('2 of 6 done')
  })

  it('names who is nearer and why that one is not sent', () => {
    const checked: RoomEvent = {
      type: 'incident-step-completed',
      data: { incidentId: 'i1', stepId: 'check-zones' },
    }
    const elsewhere: readonly RoomEvent[] = [
      raised('a2', 'site-2'),
      acknowledged('a2', 'i2'),
      {
        type: 'incident-opened',
        data: { incidentId: 'i2', siteId: 'site-2', alarmId: 'a2', kind: 'burglary', priority: 2 },
      },
      dispatched('as2', 'i2', 'q-03'),
    ]
    show([...taken, checked, ...elsewhere])
    screen.getByText('Q-07')
    expect(screen.getByText(/Nearer, but:/).textContent).toContain('Q-03 busy (School 3)')
  })

  it('says when a crew should be asked by radio, and enters what it says', async () => {
    const { commands } = show(sent, {}, 5 * minute)
    screen.getByText('not acknowledged: ask by radio')
    await userEvent.click(screen.getByRole('button', { name: /By radio: acknowledged/ }))
    expect(commands()).toEqual([
      { type: 'report-progress', assignmentId: 'as1', to: 'acknowledged' },
    ])
  })

  it('does not close while a team is out, and says which', () => {
    show(sent)
    expect(screen.getByRole('button', { name: /Close the incident/ }).textContent).toContain(
      'Q-03 is still on this incident',
    )
  })

  it('is closed with a number and Enter', async () => {
    const { commands } = show(taken)
    await userEvent.keyboard('c')
    const dialog = within(screen.getByRole('dialog'))
    await userEvent.type(dialog.getByRole('textbox'), '2 cats')
    dialog.getByRole('radio', { name: /True alarm/ }).focus()
    await userEvent.keyboard('4{Enter}')
    expect(commands()).toEqual([
      { type: 'close-incident', incidentId: 'i1', disposition: 'false-weather', remark: '2 cats' },
    ])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('takes a note with the keyboard alone', async () => {
    const { commands } = show(taken)
    await userEvent.keyboard('n')
    await userEvent.type(screen.getByRole('textbox'), 'Door shut{Control>}{Enter}{/Control}')
    expect(commands()).toMatchObject([{ type: 'add-note', incidentId: 'i1', text: 'Door shut' }])
  })

  it('is only read once it is closed, and says by whom and how it ended', () => {
    const closed: RoomEvent = {
      type: 'incident-closed',
      data: { incidentId: 'i1', disposition: 'false-user-error', remark: 'Cleaner' },
    }
    show([...taken, closed])
    screen.getByText('False: mistake of a user')
    screen.getAllByText(/closed by Officer One/)
    expect(screen.queryByRole('button', { name: /Step done/ })).toBeNull()
    expect(
      screen.getByRole('button', { name: /Close the incident/ }).getAttribute('aria-disabled'),
    ).toBe('true')
  })
})

describe('choosing a team', () => {
  it('goes by the arrows and Enter, and records that it was the officer’s choice', async () => {
    const { commands } = show(taken)
    await userEvent.keyboard('{Shift>}d{/Shift}')
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(commands()).toMatchObject([
      { type: 'dispatch-team', teamId: 'q-07', reason: { recommended: false } },
    ])
  })
})

describe('calling a team back', () => {
  it('wants a reason', async () => {
    const { commands } = show(sent)
    await userEvent.keyboard('x{Enter}')
    expect(commands()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Vehicle trouble' }))
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', { name: /Call back/ }),
    )
    expect(commands()).toEqual([
      { type: 'cancel-dispatch', assignmentId: 'as1', reason: 'Vehicle trouble' },
    ])
  })
})

describe('reassigning a team', () => {
  it('says what it uncovers before it is done', async () => {
    const other: readonly RoomEvent[] = [
      raised('a2', 'site-2', { kind: 'fire', priority: 1 }),
      acknowledged('a2', 'i2'),
      {
        type: 'incident-opened',
        data: { incidentId: 'i2', siteId: 'site-2', alarmId: 'a2', kind: 'fire', priority: 1 },
      },
    ]
    const { commands } = show([...sent, ...other], {
      link: { ...live, you: supervisor } as ConsoleData['link'],
    })
    await userEvent.keyboard('r')
    const dialog = within(screen.getByRole('dialog'))
    dialog.getByText('Bank branch 014 is left without a team.')
    dialog.getByText(/The nearest other team is Q-07/)
    await userEvent.type(dialog.getByRole('textbox'), 'Fire is graver{Enter}')
    expect(commands()).toMatchObject([
      { type: 'reassign-team', assignmentId: 'as1', toIncidentId: 'i2', reason: 'Fire is graver' },
    ])
  })
})

describe('the card of a team', () => {
  it('says what it does and takes it out of service with a reason', async () => {
    const { commands } = show(base, { selection: { kind: 'team', teamId: 'q-07' } })
    screen.getByRole('heading', { name: 'Q-07' })
    screen.getByText('available')
    screen.getByText('no position yet')
    await userEvent.keyboard('o')
    await userEvent.type(screen.getByRole('textbox'), 'Flat tyre{Enter}')
    expect(commands()).toEqual([
      { type: 'take-team-out-of-service', teamId: 'q-07', reason: 'Flat tyre' },
    ])
  })
})

describe('with nothing selected', () => {
  it('says what the keys do and what happened last', () => {
    const { ports } = show(sent, { selection: null })
    screen.getByText('Nothing is selected')
    section('Latest events').getByText('Q-03 dispatched')
    act(() => ports.store.setState({ mode: 'replay' }))
    screen.getByText('Play or pause')
  })
})
