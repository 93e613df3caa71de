import { describe, expect, it } from 'vitest'
import { noFilter, type QueueFilter } from '../../shared/alarms/queue-filter'
import { plainView } from '../../shared/alarms/queue-view'
import { raised, site, sites } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { runAction } from '../console/use-action'
import { createTestPorts } from '../testing/test-console'
import { takeShownAction } from './take-shown-action'

const room = roomOf(
  sites(...[1, 2, 3, 4].map((n) => site(`site-${n}`, { town: n === 4 ? 'Koson' : 'Qarshi' }))),
  raised('a1', 'site-1'),
  raised('a2', 'site-2', { kind: 'fire', priority: 1 }),
  raised('a3', 'site-3', { kind: 'hold-up', priority: 1 }),
  raised('a4', 'site-4'),
)
function taken(filter: Partial<QueueFilter>) {
  const queueView = { ...plainView, filter: { ...noFilter, ...filter } }
  const ports = createTestPorts(room, { queueView })
  ports.bridge.answer('command', () => ({ result: 'ok', seq: 9, notice: null }))
  runAction(ports, takeShownAction)
  const commands = ports.bridge.asked.map(({ request }) => request as { command: object })
  const { notices } = ports.store.getState()
  return {
    alarms: commands.flatMap(({ command }) =>
      'alarms' in command ? (command.alarms as { alarmId: string }[]) : [],
    ),
    notice: notices[0]?.code,
  }
}

describe('The key that takes all that is shown', () => {
  it('takes what waits of the kind chosen, in the order of the queue', () =>
    expect(taken({ kind: 'burglary' }).alarms.map(({ alarmId }) => alarmId)).toEqual(['a4', 'a1']))
  it('takes what waits in the district chosen, but no person under threat', () =>
    expect(taken({ district: 'Qarshi' }).alarms.map(({ alarmId }) => alarmId)).toEqual([
      ...['a2', 'a1'],
    ]))
  it('takes nothing while nothing was chosen, and says what to choose', () =>
    expect(taken({})).toEqual({ alarms: [], notice: 'choose-what-to-take' }))
})
