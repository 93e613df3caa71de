import { describe, expect, it } from 'vitest'
import {
  acknowledged,
  held,
  officer2,
  opened,
  raised,
  site,
  sites,
  trainer,
} from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import type { Selection } from '../console/console-store'
import { runAction } from '../console/use-action'
import { live } from '../testing/fake-bridge'
import { createTestPorts } from '../testing/test-console'
import { acknowledgeAction } from './acknowledge-action'

const room = roomOf(
  sites(site('site-1'), site('site-2'), site('site-3')),
  raised('taken', 'site-1'),
  acknowledged('taken', 'i1'),
  opened('i1', 'taken'),
  raised('low', 'site-2', { priority: 3 }),
  raised('grave', 'site-3', { priority: 1 }),
)

async function press(selection: Selection, change = {}) {
  const ports = createTestPorts(room, { selection, ...change })
  ports.bridge.answer('command', () => ({ result: 'ok', seq: 1, notice: null }))
  runAction(ports, acknowledgeAction)
  await Promise.resolve()
  const command = ports.bridge.asked.find(({ name }) => name === 'command')?.request
  return {
    command,
    notices: ports.store.getState().notices,
    selection: ports.store.getState().selection,
  }
}

describe('acknowledging', () => {
  it('takes the alarm that is selected', async () =>
    expect((await press({ kind: 'alarm', alarmId: 'low' })).command).toMatchObject({
      command: { alarmId: 'low' },
    }))

  it('takes the first of the queue when nothing is selected, and looks at it', async () => {
    const { command, selection } = await press(null)
    expect(command).toMatchObject({ command: { alarmId: 'grave' } })
    expect(selection).toEqual({ kind: 'alarm', alarmId: 'grave' })
  })

  it('takes nothing else when the selected one is taken already, and says by whom', async () => {
    const taken = { kind: 'incident', incidentId: 'i1' } as const
    const { command, notices } = await press(taken, { link: { ...live, you: officer2 } })
    expect(command).toBeUndefined()
    expect(notices).toMatchObject([{ code: 'in-hand-of', params: { by: 'Officer One' } }])
  })

  it('says to whoever has it already only that, and names nobody', async () => {
    const { command, notices } = await press({ kind: 'incident', incidentId: 'i1' })
    expect(command).toBeUndefined()
    expect(notices).toMatchObject([{ code: 'done-by-you' }])
  })

  it('takes what an unknown account reports', async () => {
    const room = roomOf(held('F00D'))
    const expected = { command: { type: 'take-account', account: 'F00D' } }
    expect((await press({ kind: 'held', account: 'F00D' }, { room })).command).toMatchObject(
      expected,
    )
    expect((await press(null, { room })).command).toMatchObject(expected)
  })

  it('is refused to a trainer by the rule the hub uses', async () =>
    expect((await press(null, { link: { ...live, you: trainer } })).notices).toMatchObject([
      { code: 'not-your-role' },
    ]))

  it('is refused in a replay', async () =>
    expect((await press(null, { mode: 'replay' })).notices).toMatchObject([
      { code: 'replay-read-only' },
    ]))

  const lost = { phase: 'lost', since: 0, hub: 'test', said: null } as const
  it('is handed over while the hub is lost, for the outbox to keep', async () =>
    expect((await press(null, { link: { ...lost, you: live.you } })).command).toMatchObject({
      command: { type: 'acknowledge-alarm' },
    }))

  it('is refused in a room nobody is signed in to', async () => {
    const { command, notices } = await press(null, { link: { ...lost, readOnly: true } })
    expect(command).toBeUndefined()
    expect(notices).toMatchObject([{ code: 'not-signed-in' }])
  })
})
