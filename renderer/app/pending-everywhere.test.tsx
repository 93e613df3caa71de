// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { PendingCommand } from '../../shared/ipc/contract'
import type { Command } from '../../shared/room/commands'
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
import type { Selection } from '../console/console-store'
import { showExpected } from '../console/show-expected'
import { LatestEvents } from '../incidents/LatestEvents'
import { TestsDialog } from '../on-test/TestsDialog'
import { layOut } from '../testing/lay-out'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { Ledger } from '../triage/Ledger'
import { SubjectPanel } from './SubjectPanel'

beforeAll(() => layOut(480, 640))
afterEach(cleanup)

const hub = roomOf(
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
)
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

/** The room as the desk shows it while the hub is away and this was asked for. */
function show(part: React.ReactNode, command: Command, selection: Selection = null) {
  const ports = createTestPorts(hub, { link: away, selection })
  const pending: PendingCommand = {
    commandId: 'c1',
    command,
    type: command.type,
    by: officer,
    unit: 'unit-1',
    issuedAt: 90_000,
    state: 'waiting',
  }
  ports.store.setState(showExpected(ports.store.getState(), { pending: [pending] }))
  renderConsole(ports, part)
}

describe('what was asked for while the hub is away is marked', () => {
  it('on the card of a site that was put on test', () => {
    show(<SubjectPanel />, startTest, { kind: 'site', siteId: 'site-1' })
    within(screen.getByRole('region', { name: 'ON TEST' })).getByText(waits)
  })
  it('in the list of what is on test, and on the test chosen in it', () => {
    show(<TestsDialog testId="t1" />, startTest)
    within(screen.getByRole('option')).getByText(waits)
    within(screen.getByRole('article')).getByText(waits)
  })
  it('on a row of the ledger that was unfolded, and on the alarm that came out of it', () => {
    show(
      <>
        <Ledger />
        <AlarmQueue />
      </>,
      { type: 'unfold', foldId: 'f1' },
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
