// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { evolveAll } from '../../shared/room/evolve'
import {
  acknowledged,
  dispatched,
  officer2,
  opened,
  raised,
  site,
  sites,
  team,
  teams,
} from '../../shared/testing/builders'
import { entriesOf, roomOf } from '../../shared/testing/given'
import { Shortcuts } from '../app/Shortcuts'
import { layOut } from '../testing/lay-out'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { AlarmQueue } from './AlarmQueue'
import { NewAlarmSpeech } from './NewAlarmSpeech'

// The virtual list draws what fits; happy-dom lays nothing out, so the height of the list is given.
beforeAll(() => layOut(480, 640))
afterEach(cleanup)

const past = [
  sites(
    site('site-1', { name: 'Bank branch 014', category: 'particularly-important' }),
    site('site-2', { name: 'School 3', zones: [] }),
    site('site-3'),
  ),
  teams(team('t1', { callSign: 'Q-07' })),
  raised('a1', 'site-1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1'),
  dispatched('as1', 'i1', 't1'),
  raised('a2', 'site-2', { kind: 'hold-up', priority: 1, zone: '4' }),
  raised('a3', 'site-3', { kind: 'power', priority: 3 }),
]

const show = (room = roomOf(...past)) => {
  const ports = createTestPorts(room)
  renderConsole(
    ports,
    <>
      <Shortcuts />
      <AlarmQueue />
      <NewAlarmSpeech />
    </>,
  )
  return ports
}
const rows = () => screen.getAllByRole('option')
const selected = () => rows().filter((row) => row.getAttribute('aria-selected') === 'true')

describe('the alarm queue', () => {
  it('says what, where, how grave and since when', () => {
    show()
    const row = within(rows()[0] as HTMLElement)
    row.getByText('Hold-up')
    row.getByText('School 3')
    row.getByText('· Qarshi')
    row.getByText('Test street 1')
    row.getByText('· zone 4')
    row.getByRole('img', { name: 'priority 1, life in danger' })
    row.getByText('05:00:07')
    row.getByText('1:33')
  })

  it('says who has an alarm in hand and how far the team is', () => {
    show()
    const row = within(rows()[2] as HTMLElement)
    row.getByText('you')
    row.getByTitle('taken by Officer One')
    row.getByText('Q-07 dispatched')
    row.getByText('· zone 1: Main entrance')
    row.getByRole('img', { name: 'Particularly important site' })
  })

  it('says that nothing is open, and when the room last heard of anything', () => {
    show(roomOf(past[0] as (typeof past)[0]))
    screen.getByText('No open alarms')
    screen.getByText('Last journal entry 1:39 ago')
  })

  it('is walked with the arrows from wherever the focus is', async () => {
    show()
    const user = userEvent.setup()
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(selected().map((row) => row.textContent)).toEqual([
      expect.stringContaining('Power fault'),
    ])
    await user.keyboard('{End}')
    expect(selected()[0]?.textContent).toContain('Bank branch 014')
    expect(screen.getByRole('listbox').getAttribute('aria-activedescendant')).toBe(
      selected()[0]?.id,
    )
  })

  it('keeps its selection when a graver alarm comes in above it, and speaks that alarm', async () => {
    const ports = show()
    await userEvent.setup().click(rows()[1] as HTMLElement)
    const entries = entriesOf([
      ...past,
      raised('a9', 'site-3', { kind: 'fire', priority: 1 }),
    ]).slice(past.length)
    act(() => ports.store.setState(({ room }) => ({ room: evolveAll(room, entries) })))
    expect(rows()).toHaveLength(4)
    expect(selected().map((row) => row.textContent)).toEqual([
      expect.stringContaining('Power fault'),
    ])
    screen.getByText('New alarm, priority 1, life in danger: Fire, Site site-3, Qarshi')
  })

  it('selects the alarm to answer next with the space bar', async () => {
    const ports = show()
    await userEvent.setup().keyboard(' ')
    expect(ports.store.getState().selection).toEqual({ kind: 'alarm', alarmId: 'a2' })
  })
})

describe('the lane above the queue', () => {
  const lane = () => screen.getByRole('listbox').querySelector('.lane')?.textContent ?? ''
  it('says how many persons are under threat, and how new the newest is', () => {
    show(roomOf(...past, raised('a4', 'site-1', { kind: 'panic', priority: 1 })))
    expect(lane()).toMatch(/^2 hold-upsnewest 1:31/)
    expect(rows().map((row) => row.textContent)).toMatchObject([
      expect.stringContaining('Panic button'),
      expect.stringContaining('Hold-up'),
      expect.stringContaining('Power fault'),
      expect.stringContaining('Intrusion'),
    ])
  })
  it('keeps its place while there is none, and says so', () => {
    show(roomOf(...past.slice(0, 6)))
    screen.getByText('No hold-up, panic or duress')
  })
  it('says of one that somebody has taken that it is in hand', () => {
    show(roomOf(...past, acknowledged('a2', 'i2'), opened('i2', 'a2', 'site-2')))
    expect(lane()).toMatch(/^Hold-up in hand.*School 3.*you/)
  })
  it('gives the space bar the newest of it, above a fire and any count of others', async () => {
    const others = Array.from({ length: 40 }, (_, n) =>
      raised(`o${n}`, `site-${n % 3}`, { kind: 'fire', priority: 1 }),
    )
    const threat = raised('a5', 'site-1', { kind: 'duress', priority: 1 })
    const ports = show(roomOf(...past, threat, ...others))
    await userEvent.setup().keyboard(' ')
    expect(ports.store.getState().selection).toEqual({ kind: 'alarm', alarmId: 'a5' })
    expect(selected()).toEqual([rows()[0]])
  })
  it('has all of them in sight: from four on their rows stand close, and five fit', () => {
    const rowsIn = (count: number) => {
      const places = Array.from({ length: count }, (_, n) => site(`t-${n}`))
      const threats = places.map(({ id }, n) => raised(`t${n}`, id, { kind: 'panic' }))
      show(roomOf(sites(...places), ...threats))
      const box = screen.getByRole('listbox').querySelector<HTMLElement>('.lane__rows')
      const height = box?.style.height
      cleanup()
      return height
    }
    expect([1, 2, 4, 5, 9].map(rowsIn)).toEqual(['76px', '152px', '176px', '220px', '220px'])
  })
  it('is never answered by a list below it that says nothing is unanswered', () => {
    const threat = raised('a1', 'site-1', { kind: 'hold-up', priority: 1 })
    show(roomOf(sites(site('site-1')), threat))
    screen.getByText('No other unanswered alarm')
    cleanup()
    show(roomOf(sites(site('site-1')), threat, acknowledged('a1', 'i1'), opened('i1', 'a1')))
    screen.getByText('Nothing unanswered')
  })
  it('alone has the mark that moves, and of it only the newest', () => {
    show(roomOf(...past, raised('a4', 'site-1', { kind: 'panic', priority: 1 })))
    const moving = screen.getByRole('listbox').querySelectorAll('.row-mark--next')
    expect([...moving].map((mark) => mark.closest('[role=option]'))).toEqual([rows()[0]])
  })
})

describe('what is in hand', () => {
  const ground = [
    sites(site('site-1', { name: 'Bank branch 014' }), site('site-2'), site('site-3')),
  ]
  const theirs = (alarmId: string, incidentId: string, siteId: string) => [
    raised(alarmId, siteId, { priority: 1 }),
    { event: acknowledged(alarmId, incidentId), by: officer2 },
    { event: opened(incidentId, alarmId, siteId), by: officer2 },
  ]
  const mine = [
    raised('m1', 'site-1', { priority: 3 }),
    acknowledged('m1', 'i1'),
    opened('i1', 'm1'),
  ]

  it('has one’s own first, whatever is graver in the hands of others, and says how many', () => {
    show(roomOf(...ground, ...theirs('t1', 'i2', 'site-2'), ...mine))
    expect(rows().map((row) => row.textContent)).toEqual([
      expect.stringContaining('you'),
      expect.stringContaining('Officer Two'),
    ])
    screen.getByText(/yours 1/)
    screen.getByText('Nothing unanswered')
  })

  it('stays below what waits, is gone to with a key, and says how many more there are', async () => {
    const many = Array.from({ length: 5 }, (_, n) => theirs(`t${n}`, `j${n}`, `s-${n}`)).flat()
    const places = sites(...Array.from({ length: 5 }, (_, n) => site(`s-${n}`)))
    const ports = show(roomOf(...ground, places, ...many, ...mine, raised('a9', 'site-3')))
    screen.getByText(/and 3 more/)
    await userEvent.setup().keyboard('h')
    expect(ports.store.getState().selection).toEqual({ kind: 'incident', incidentId: 'i1' })
  })
})
