import { describe, expect, it } from 'vitest'
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
  trainer,
} from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import type { Action } from '../console/action'
import type { ConsoleData, Selection } from '../console/console-store'
import { sendCommand } from '../console/send-command'
import { live } from '../testing/fake-bridge'
import { createTestPorts, type TestPorts } from '../testing/test-console'
import { chooseTeamAction } from './choose-team-action'
import { dispatchRecommendedAction } from './dispatch-recommended-action'
import { reassignTeamAction } from './reassign-team-action'
import { reportProgressAction } from './report-progress-action'

const base = [
  sites(site('site-1')),
  teams(team('q-01', { postLocation: { lon: 65.9, lat: 38.86 } }), team('q-07')),
  raised('a1', 'site-1'),
] as const
const taken = [acknowledged('a1', 'i1'), opened('i1', 'a1')] as const
const onAlarm: Selection = { kind: 'alarm', alarmId: 'a1' }
const onIncident: Selection = { kind: 'incident', incidentId: 'i1' }

function at(
  selection: Selection,
  more: readonly RoomEvent[],
  change: Partial<ConsoleData> = {},
): TestPorts {
  const ports = createTestPorts(roomOf(...base, ...more), { selection, ...change })
  ports.bridge.answer('command', () => ({ result: 'ok', seq: 9, notice: null }))
  return ports
}
const refusal = (action: Action, ports: TestPorts) =>
  action.refusal(ports.store.getState(), ports.store.getState().selection)?.code ?? null
async function commands(action: Action, ports: TestPorts) {
  const data = ports.store.getState()
  await action.perform(
    { data, ports, send: (command) => sendCommand(ports, command) },
    data.selection,
  )
  return ports.bridge.asked.map(({ request }) => (request as { command: unknown }).command)
}

describe('dispatching the recommended team', () => {
  it('sends the nearest available one, with the reason as it stood then', async () => {
    const [command] = await commands(dispatchRecommendedAction, at(onIncident, taken))
    expect(command).toMatchObject({
      type: 'dispatch-team',
      incidentId: 'i1',
      teamId: 'q-07',
      reason: { recommended: true, text: 'nearest available' },
    })
  })
  it('takes an alarm nobody has taken first, under the same incident', async () => {
    const [first, second] = await commands(dispatchRecommendedAction, at(onAlarm, []))
    expect(first).toMatchObject({ type: 'acknowledge-alarm', alarmId: 'a1', incidentId: 'id-1' })
    expect(second).toMatchObject({ type: 'dispatch-team', incidentId: 'id-1', teamId: 'q-07' })
  })
  it('joins the incident that is open at the site already', async () => {
    const fire = raised('a2', 'site-1', { kind: 'fire', priority: 1 })
    const [first] = await commands(
      dispatchRecommendedAction,
      at({ kind: 'alarm', alarmId: 'a2' }, [...taken, fire]),
    )
    expect(first).toMatchObject({ type: 'acknowledge-alarm', alarmId: 'a2', incidentId: 'i1' })
  })
  it('sends no second team by being pressed twice; choosing one still can', () => {
    const ports = at(onIncident, [...taken, dispatched('as1', 'i1', 'q-07')])
    expect(refusal(dispatchRecommendedAction, ports)).toBe('team-on-its-way')
    expect(refusal(chooseTeamAction, ports)).toBeNull()
  })
  it('is refused with the reason: no team, nothing selected, a replay, not the role', () => {
    const off = (teamId: string): RoomEvent => ({
      type: 'team-taken-out-of-service',
      data: { teamId, reason: 'rest' },
    })
    expect(
      refusal(dispatchRecommendedAction, at(onIncident, [...taken, off('q-01'), off('q-07')])),
    ).toBe('no-team-available')
    expect(refusal(dispatchRecommendedAction, at(null, taken))).toBe('nothing-selected')
    expect(refusal(dispatchRecommendedAction, at(onIncident, taken, { mode: 'replay' }))).toBe(
      'replay-read-only',
    )
    expect(
      refusal(
        dispatchRecommendedAction,
        at(onIncident, taken, { link: { ...live, you: trainer } as ConsoleData['link'] }),
      ),
    ).toBe('not-your-role')
  })
})

describe('reporting for a crew by radio', () => {
  it('enters the step that comes next', async () => {
    const ports = at(onIncident, [
      ...taken,
      dispatched('as1', 'i1', 'q-07'),
      { type: 'dispatch-acknowledged', data: { assignmentId: 'as1' } },
    ])
    expect(await commands(reportProgressAction, ports)).toEqual([
      { type: 'report-progress', assignmentId: 'as1', to: 'en-route' },
    ])
  })
  it('does not guess between two teams on one incident', () => {
    const both = [...taken, dispatched('as1', 'i1', 'q-07'), dispatched('as2', 'i1', 'q-01')]
    expect(refusal(reportProgressAction, at(onIncident, both))).toBe('several-teams')
    expect(refusal(reportProgressAction, at({ kind: 'team', teamId: 'q-01' }, both))).toBeNull()
  })
})

describe('reassigning', () => {
  it('is for the supervisor', () => {
    const sent = [...taken, dispatched('as1', 'i1', 'q-07')]
    expect(refusal(reassignTeamAction, at(onIncident, sent))).toBe('not-your-role')
    expect(
      refusal(
        reassignTeamAction,
        at(onIncident, sent, { link: { ...live, you: supervisor } as ConsoleData['link'] }),
      ),
    ).toBeNull()
  })
})
