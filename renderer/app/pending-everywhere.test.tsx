// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { PendingCommand } from '../../shared/ipc/contract'
import type { Command } from '../../shared/room/commands'
import type { RoomEvent } from '../../shared/room/events'
import {
  acknowledged,
  held,
  officer,
  opened,
  raised,
  site,
  sites,
  team,
  teams,
} from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { AlarmQueue } from '../alarms/AlarmQueue'
import { goToInHandAction } from '../alarms/queue-move-actions'
import type { Selection } from '../console/console-store'
import { showExpected } from '../console/show-expected'
import { LatestEvents } from '../incidents/LatestEvents'
import { TestsDialog } from '../on-test/TestsDialog'
import { TestsStatus } from '../on-test/TestsStatus'
import { QuarantineDialog } from '../signals/QuarantineDialog'
import { QuarantineStatus } from '../signals/QuarantineStatus'
import { layOut } from '../testing/lay-out'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { Ledger } from '../triage/Ledger'
import { SubjectPanel } from './SubjectPanel'

beforeAll(() => layOut(480, 640))
afterEach(cleanup)

const past = [
  { type: 'unit-founded', data: { unitId: 'unit-1', name: 'Unit One', demo: true } },
  sites(site('site-1'), site('site-2')),
  teams(team('q-01')),
  raised('a2', 'site-2'),
  acknowledged('a2', 'i2'),
  opened('i2', 'a2', 'site-2'),
  held('F00D', { kind: 'fire', code: 'FA', meaning: 'Fire Alarm' }),
  {
    type: 'fold-opened',
    data: {
      foldId: 'f1',
      rule: 'power-cut',
      kind: 'power',
      place: { type: 'region' },
      priority: 3,
      since: 1_000,
    },
  },
  raised('a3', 'site-1', { kind: 'power', priority: 3 }),
  { type: 'alarm-folded', data: { alarmId: 'a3', foldId: 'f1' } },
  {
    type: 'test-started',
    data: { testId: 't0', siteId: 'site-2', zones: ['5'], until: 9_000_000, reason: 'Service' },
  },
] satisfies RoomEvent[]
const hub = roomOf(...past)
const away = { phase: 'lost', since: 0, hub: 'test', said: null, you: officer } as const
const startTest: Command = {
  type: 'start-test',
  testId: 't1',
  siteId: 'site-1',
  zones: null,
  minutes: 30,
  reason: 'Service',
}
const tried: Command = {
  type: 'complete-step',
  incidentId: 'i2',
  stepId: 'call-contact',
  outcome: 'no-answer',
}
const waits = /waits for (the )?hub/
const ends = 'ends when the hub is back'

/** The room as the desk shows it while the hub is away and this was asked for. */
function show(
  part: React.ReactNode,
  asked: Command | readonly Command[],
  selection: Selection = null,
) {
  const ports = createTestPorts(hub, { link: away, selection })
  const pending = [asked].flat().map(
    (command, n): PendingCommand => ({
      commandId: `c${n}`,
      command,
      type: command.type,
      by: officer,
      unit: 'unit-1',
      issuedAt: 90_000,
      state: 'waiting',
    }),
  )
  ports.store.setState(showExpected(ports.store.getState(), { pending }))
  renderConsole(ports, part)
  return ports
}

describe('what was asked for while the hub is away is marked', () => {
  it('on the card of a site that was put on test', () => {
    show(<SubjectPanel />, startTest, { kind: 'site', siteId: 'site-1' })
    within(screen.getByRole('region', { name: 'ON TEST' })).getByText(waits)
  })
  it('in the list of what is on test, and on the test chosen in it', () => {
    show(<TestsDialog testId="t1" />, startTest)
    within(screen.getByRole('option', { name: /site-1/ })).getByText(waits)
    within(screen.getByRole('article')).getByText(waits)
  })
  it('on a row of the ledger that was unbundled, and on the alarm that came out of it', () => {
    show(
      <>
        <Ledger />
        <AlarmQueue />
      </>,
      { type: 'unbundle', bundleId: 'f1' },
    )
    within(screen.getByRole('region', { name: /Ledger/ })).getByText(waits)
    const alarm = screen.getByRole('option', { name: /site-1/ })
    within(alarm).getByText(waits)
  })
  it('among the latest events', () => {
    show(<LatestEvents />, tried)
    expect(screen.getAllByText(waits)).toHaveLength(1)
  })
  it('in the queue and on the card of an unknown account that was taken', () => {
    show(
      <>
        <AlarmQueue />
        <SubjectPanel />
      </>,
      { type: 'take-account', account: 'F00D' },
      { kind: 'held', account: 'F00D' },
    )
    within(screen.getByRole('option', { name: /F00D/ })).getByText(waits)
    within(screen.getByRole('region', { name: 'Incident' })).getByText(waits)
  })
  it('on a step of the plan that was tried, and on its line of the log', () => {
    show(<SubjectPanel />, tried, { kind: 'incident', incidentId: 'i2' })
    expect(screen.getAllByText(waits)).toHaveLength(2)
  })
})

describe('what was ended while the hub is away stays in sight until the hub has heard of it', () => {
  const endTest: Command = { type: 'end-test', testId: 't0' }
  const closed: Command = {
    type: 'close-incident',
    incidentId: 'i2',
    disposition: 'false-user-error',
    remark: 'A draught',
  }
  const taken: Command = { type: 'take-account', account: 'F00D' }
  const aside: Command = { type: 'set-account-aside', account: 'F00D', reason: 'Not ours' }

  it('on the card of a site whose test was ended: the hub raises no alarm for it yet', () => {
    show(<SubjectPanel />, endTest, { kind: 'site', siteId: 'site-2' })
    const note = within(screen.getByRole('region', { name: 'ON TEST' }))
    note.getByText(ends)
    note.getByText('It ends as soon as the hub has heard of it')
  })
  it('in the list of what is on test, which cannot end it twice', () => {
    show(<TestsDialog testId="t0" />, endTest)
    within(screen.getByRole('option', { name: /site-2/ })).getByText(ends)
    within(screen.getByRole('article')).getByText(ends)
    screen.getByText('It ends as soon as the hub has heard of it')
  })
  it('in the status line, which counts it as still on test', () => {
    show(<TestsStatus />, endTest)
    screen.getByText('On test: 1')
  })
  it('in the queue, for an incident that was closed', () => {
    show(<AlarmQueue />, closed)
    within(screen.getByRole('option', { name: /site-2/ })).getByText(ends)
  })
  it('in the queue, the list and the card of an unknown account that was set aside', () => {
    const card = { kind: 'held', account: 'F00D' } as const
    show(
      <>
        <AlarmQueue />
        <SubjectPanel />
        <QuarantineDialog />
      </>,
      [taken, aside],
      card,
    )
    expect(screen.getAllByText(ends)).toHaveLength(3)
  })
  it('in the queue and the count of held accounts, for one that was attached to a site', () => {
    show(
      <>
        <AlarmQueue />
        <QuarantineStatus />
      </>,
      { type: 'attach-account', account: 'F00D', siteId: 'site-1' },
    )
    within(screen.getByRole('option', { name: /F00D/ })).getByText(ends)
    screen.getByText(/1 unknown account/)
  })
  it('in the ledger, for a row that was closed', () => {
    show(<Ledger />, {
      type: 'close-bundle',
      bundleId: 'f1',
      disposition: 'false-weather',
      remark: 'The grid is back',
    })
    screen.getByText(ends)
  })
  it('and goes once the hub has said that it is over', () => {
    const ports = show(<TestsStatus />, endTest)
    const over: RoomEvent = {
      type: 'test-ended',
      data: { testId: 't0', siteId: 'site-2', why: 'ended' },
    }
    act(() =>
      ports.store.setState(
        showExpected(ports.store.getState(), { hubRoom: roomOf(...past, over), pending: [] }),
      ),
    )
    screen.getByText('Nothing on test')
  })
  it('is not where the key for what is in hand leads: nothing is left to do there', () => {
    const { store } = show(<AlarmQueue />, closed)
    expect(goToInHandAction.refusal(store.getState(), null)?.code).toBe('nothing-in-hand')
  })
})
