// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { CallOutcome } from '../../shared/calls/call'
import type { Command } from '../../shared/room/commands'
import type { RoomEvent } from '../../shared/room/events'
import {
  acknowledged,
  alarmAdded,
  opened,
  raised,
  site,
  sites,
  team,
  teams,
} from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { Shortcuts } from './Shortcuts'
import { SubjectPanel } from './SubjectPanel'

afterEach(cleanup)

const guard = { role: 'Guard post', name: 'A', phone: '+998 00 000 00 11' }
const manager = { role: 'Manager', name: 'B', phone: '+998 00 000 00 12' }
const desk = { role: 'Duty desk', name: '', phone: '+998 00 000 00 71', elsewhere: true } as const
const taken: readonly RoomEvent[] = [
  sites(site('site-1', { contacts: [guard, manager, desk] })),
  teams(team('q-03')),
  raised('a1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1'),
]
const begun = (callId: string, contact: typeof guard): RoomEvent => ({
  type: 'incident-call-begun',
  data: { incidentId: 'i1', callId, ...contact },
})
const ended = (callId: string, outcome: CallOutcome, contact: typeof guard): RoomEvent => ({
  type: 'incident-call-ended',
  data: { incidentId: 'i1', callId, role: contact.role, phone: contact.phone, outcome },
})

function show(...events: readonly RoomEvent[]) {
  const ports = createTestPorts(roomOf(...taken, ...events), {
    selection: { kind: 'incident', incidentId: 'i1' },
  })
  ports.bridge.answer('command', () => ({ result: 'ok', seq: 99, notice: null }))
  ports.bridge.answer('dial', () => null)
  renderConsole(
    ports,
    <>
      <Shortcuts />
      <SubjectPanel />
    </>,
  )
  const asked = (name: string) =>
    ports.bridge.asked.flatMap((one) => (one.name === name ? [one.request] : []))
  return {
    ports,
    commands: () => asked('command').map((one) => (one as { command: Command }).command),
    dialled: () => asked('dial').map((one) => (one as { phone: string }).phone),
  }
}
const contacts = () => within(screen.getByRole('region', { name: 'Contacts, in call order' }))
const row = (phone: string) =>
  within(contacts().getByText(phone).closest('li') as unknown as HTMLElement)

describe('The contacts on the card of an incident', () => {
  it('are called in order by one key, which records the call and dials the number', async () => {
    const { commands, dialled } = show()
    await userEvent.keyboard('p')
    expect(commands()).toMatchObject([{ type: 'call-contact', incidentId: 'i1', ...guard }])
    expect(dialled()).toEqual([guard.phone])
  })
  it('are dialled by nobody when the hub refuses the call', async () => {
    const { ports, dialled } = show()
    ports.bridge.answer('command', () => ({
      result: 'refused',
      refusal: { code: 'site-not-called', params: {}, text: 'No' },
    }))
    await userEvent.keyboard('p')
    expect(dialled()).toEqual([])
  })
  it('say what was tried and when, and whom the key calls next', async () => {
    const { commands } = show(begun('c1', guard), ended('c1', 'no-answer', guard))
    row(guard.phone).getByText('No answer')
    row(guard.phone).getByText('05:00:07')
    row(guard.phone).getByText('Officer One')
    await userEvent.keyboard('p')
    expect(commands()).toMatchObject([{ type: 'call-contact', ...manager }])
  })
  it('can be called out of order with the pointer', async () => {
    const { commands } = show()
    await userEvent.click(contacts().getByRole('button', { name: `Call ${manager.phone}` }))
    expect(commands()).toMatchObject([{ type: 'call-contact', ...manager }])
  })
  it('say why nothing was dialled', async () => {
    const { ports } = show()
    ports.bridge.answer('dial', () => ({
      ...{ code: 'number-not-plain', params: { phone: '1' }, text: 'By hand' },
    }))
    await userEvent.keyboard('p')
    expect(ports.store.getState().notices.map(({ code }) => code)).toEqual(['number-not-plain'])
  })
})

describe('A call that rings', () => {
  it.each([
    ['1', 'answered'],
    ['2', 'no-answer'],
    ['3', 'wrong-word'],
    ['4', 'duress-word'],
  ])('ends with the digit %s as %s', async (digit, outcome) => {
    const { commands } = show(begun('c1', guard))
    await userEvent.keyboard(digit)
    expect(commands()).toMatchObject([{ type: 'end-call', callId: 'c1', outcome }])
  })
  it('shows the duress word as one button among four that look alike', () => {
    show(begun('c1', guard))
    const buttons = ['Answered', 'No answer', 'Wrong code word', 'Duress word'].map((name) =>
      row(guard.phone).getByRole('button', { name: new RegExp(`^${name}`) }),
    )
    expect(new Set(buttons.map(({ className }) => className)).size).toBe(1)
  })
  it('keeps the next from being called, and says so', async () => {
    const { ports, commands } = show(begun('c1', guard))
    await userEvent.keyboard('p')
    expect(commands()).toEqual([])
    expect(ports.store.getState().notices.map(({ code }) => code)).toEqual(['call-still-ringing'])
  })
})

describe('A digit', () => {
  it('does nothing while no call rings', async () => {
    const { commands } = show()
    await userEvent.keyboard('4')
    expect(commands()).toEqual([])
  })
})

describe('The contacts of a site under threat', () => {
  const threat = [
    raised('a2', 'site-1', { kind: 'hold-up', priority: 1 }),
    acknowledged('a2', 'i1'),
    alarmAdded('i1', 'a2', { kind: 'hold-up', priority: 1 }),
  ]
  it('are not called at the site; the key calls who is elsewhere', async () => {
    const { commands } = show(...threat)
    expect(screen.getAllByText('Do not call the site')).not.toEqual([])
    await userEvent.click(contacts().getByRole('button', { name: `Call ${guard.phone}` }))
    expect(commands()).toEqual([])
    await userEvent.keyboard('p')
    expect(commands()).toMatchObject([{ type: 'call-contact', phone: desk.phone }])
  })
})

describe('An ended call', () => {
  it('can be corrected where the wrong button was pressed', async () => {
    const { commands } = show(begun('c1', guard), ended('c1', 'no-answer', guard))
    await userEvent.click(row(guard.phone).getByRole('button', { name: 'correct' }))
    await act(() =>
      userEvent.click(row(guard.phone).getByRole('button', { name: 'Wrong code word' })),
    )
    expect(commands()).toMatchObject([{ type: 'end-call', callId: 'c1', outcome: 'wrong-word' }])
  })
})
