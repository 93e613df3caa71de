// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Command } from '../../shared/room/commands'
import type { RoomEvent } from '../../shared/room/events'
import {
  acknowledged,
  opened,
  raised,
  signal,
  site,
  sites,
  team,
  teams,
} from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import type { ConsoleData, Selection } from '../console/console-store'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { SubjectPanel } from './SubjectPanel'

afterEach(cleanup)

const guard = { role: 'Guard post', name: 'A', phone: '+998 00 000 00 11' }
const desk = { role: 'Duty desk', name: '', phone: '+998 00 000 00 71', elsewhere: true } as const
const base = (contacts = [guard]): readonly RoomEvent[] => [
  sites(
    site('site-1', {
      ...{ name: 'Bank branch 014', address: 'Demo street 2, house 147', contacts },
      hazards: ['Armed guard inside', 'Cash until 06:00'],
    }),
  ),
  teams(team('q-10', { callSign: 'Q-10' })),
]
const threat = (path?: string) =>
  raised('a1', 'site-1', { kind: 'hold-up', priority: 1, code: '120', ...(path && { path }) })
const alarm: Selection = { kind: 'alarm', alarmId: 'a1' }
const incident: Selection = { kind: 'incident', incidentId: 'i1' }

function show(events: readonly RoomEvent[], selection: Selection) {
  const ports = createTestPorts(roomOf(...events), { selection } as Partial<ConsoleData>)
  ports.bridge.answer('command', () => ({ result: 'ok', seq: 99, notice: null }))
  renderConsole(ports, <SubjectPanel />)
  return () =>
    ports.bridge.asked.flatMap(({ name, request }) =>
      name === 'command' ? [(request as { command: Command }).command.type] : [],
    )
}
const head = () => document.querySelector('.subject-head') as HTMLElement
/** What scrolls on the card. */
const scrolling = () => document.querySelector('.subject__scroll')

describe('The head of a card', () => {
  it('says where, by which account and by which way an alarm came, and whether it was armed', () => {
    const { account } = site('site-1')
    const closing: RoomEvent = {
      type: 'signal-received',
      data: { ...signal(account, { class: 'closing', kind: 'closing' }), siteId: 'site-1' },
    }
    show([...base(), closing, threat('dc09-tcp 10.0.0.7')], alarm)
    const text = head().textContent
    for (const said of ['Hold-up', 'Bank branch 014', 'Demo street 2, house 147', 'zone 1'])
      expect(text).toContain(said)
    expect(text).toMatch(/account 0001.*DC-09 TCP.*10\.0\.0\.7.*armed since/)
  })
  it('keeps hazards and the first telephone out of what scrolls', () => {
    show([...base(), raised('a1')], alarm)
    for (const said of ['Armed guard inside', guard.phone]) {
      const [first] = screen.getAllByText(
        (_, node) => node?.tagName === 'BDI' && node.textContent.includes(said),
      )
      expect(scrolling()?.contains(first ?? null)).toBe(false)
    }
  })
  it('offers to take an unanswered alarm, and to take it and send in one', async () => {
    const commands = show([...base(), threat()], alarm)
    await userEvent.click(screen.getByRole('button', { name: /Dispatch Q-10/ }))
    expect(commands()).toEqual(['acknowledge-alarm', 'dispatch-team'])
  })
})

describe('A card under armed threat', () => {
  it('says not to call the site, and shows no telephone that rings there', () => {
    show([...base(), threat()], alarm)
    screen.getByText('Do not call the site')
    expect(screen.queryByRole('button', { name: /Call next/ })).toBeNull()
  })
  it('shows the telephone of somebody who is elsewhere', () => {
    const taken = [acknowledged('a1', 'i1'), opened('i1', 'a1')]
    const led: RoomEvent = {
      type: 'incident-alarm-added',
      data: { incidentId: 'i1', alarmId: 'a1', kind: 'hold-up', priority: 1 },
    }
    show([...base([guard, desk]), threat(), ...taken, led], incident)
    expect(document.querySelector('.phone-line__number')?.textContent).toBe(desk.phone)
  })
})
