import { describe, expect, it } from 'vitest'
import {
  acknowledged,
  officer,
  opened,
  raised,
  site,
  sites,
  team,
  teams,
} from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { acknowledgeAction } from '../alarms/acknowledge-action'
import { sendCommand } from '../console/send-command'
import { showExpected } from '../console/show-expected'
import { runAction } from '../console/use-action'
import { dispatchRecommendedAction } from '../teams/dispatch-recommended-action'
import { createTestPorts, type TestPorts } from '../testing/test-console'

const past = [
  { type: 'unit-founded', data: { unitId: 'unit-1', name: 'Unit One', demo: true } },
  sites(site('site-1')),
  teams(team('t1'), team('t2')),
  raised('a1', 'site-1', { kind: 'hold-up', priority: 1 }),
] as const
const hub = roomOf(...past)
const away = { phase: 'lost', since: 0, hub: 'test', said: null, you: officer } as const

/**
 * A desk at a new alarm, whose main process keeps what it is given until the test says what became
 * of it.
 */
function desk(change: Parameters<typeof createTestPorts>[1] = {}) {
  const ports = createTestPorts(hub, { selection: { kind: 'alarm', alarmId: 'a1' }, ...change })
  ports.bridge.answer('command', () => ({ result: 'pending' }))
  return ports
}
const given = (ports: TestPorts) =>
  ports.bridge.asked.map(({ request }) => (request as { command: unknown }).command)
const turn = () => new Promise<void>((resolve) => setTimeout(resolve))

describe('what the officer gives while the hub is away', () => {
  it('shows at once, and what follows builds on it: a dispatch goes to the incident the acknowledgement opens', async () => {
    const ports = desk({ link: away })
    runAction(ports, acknowledgeAction)
    expect(ports.store.getState().selection).toEqual({ kind: 'incident', incidentId: 'id-1' })
    runAction(ports, dispatchRecommendedAction)
    await turn()
    expect(given(ports)).toMatchObject([
      { type: 'acknowledge-alarm', alarmId: 'a1', incidentId: 'id-1' },
      { type: 'dispatch-team', incidentId: 'id-1', alarmId: 'a1' },
    ])
    const { room, marks } = ports.store.getState()
    expect(room.incidents.get('id-1')?.assignmentIds).toHaveLength(1)
    expect(marks).toContain('alarm:a1')
    expect([...marks].some((mark) => mark.startsWith('assignment:'))).toBe(true)
  })
  it('leads back to the alarm when it is taken back', () => {
    const ports = desk({ link: away })
    runAction(ports, acknowledgeAction)
    ports.store.setState(showExpected(ports.store.getState(), { pending: [], handing: [] }))
    const { selection, room } = ports.store.getState()
    expect(selection).toEqual({ kind: 'alarm', alarmId: 'a1' })
    expect(room).toBe(hub)
  })
  it('leads to the incident of a colleague who took the alarm first', () => {
    const ports = desk({ link: away })
    runAction(ports, acknowledgeAction)
    const hubRoom = roomOf(...past, acknowledged('a1', 'i9'), opened('i9', 'a1'))
    ports.store.setState(showExpected(ports.store.getState(), { hubRoom }))
    expect(ports.store.getState().selection).toEqual({ kind: 'incident', incidentId: 'i9' })
  })
})

describe('two commands given one right after the other', () => {
  it('are one story although the hub has answered neither, and nothing of it is called pending yet', () => {
    const ports = desk()
    runAction(ports, acknowledgeAction)
    runAction(ports, dispatchRecommendedAction)
    expect(given(ports)).toMatchObject([{ incidentId: 'id-1' }, { incidentId: 'id-1' }])
    expect(ports.store.getState().room.teams.some(({ phase }) => phase === 'assigned')).toBe(true)
    expect(ports.store.getState().marks.size).toBe(0)
  })
  it('leave the room of the hub as it is when the first is refused', async () => {
    const ports = desk()
    ports.bridge.answer('command', () => ({
      result: 'refused',
      refusal: { code: 'x', params: {}, text: 'No' },
    }))
    await sendCommand(ports, { type: 'acknowledge-alarm', alarmId: 'a1', incidentId: 'i1' })
    expect(ports.store.getState().room).toBe(hub)
  })
})
