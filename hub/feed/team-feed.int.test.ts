import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { acknowledge, dispatch, officer, progress } from '../../shared/testing/builders'
import { connectCrew, envelope, type TestCrew } from './testing/clients'
import { type Doors, openDoors, start } from './testing/doors'

let hub: Doors
let token: string
const open: TestCrew[] = []
beforeEach(async () => {
  hub = await openDoors()
  token = await hub.fleetToken()
})
afterEach(async () => {
  for (const { socket } of open.splice(0)) socket.disconnect()
  await hub.close()
})

async function crewOf(teamId: string, withToken = token): Promise<TestCrew> {
  const crew = connectCrew(hub.url, { token: withToken, teamId })
  open.push(crew)
  await vi.waitFor(() => expect(crew.orders.length > 0 || crew.refusal() !== null).toBe(true))
  return crew
}

async function send(teamId: string): Promise<void> {
  const [alarmId = ''] = await hub.raise(1)
  await hub.keeper.command(envelope(acknowledge(alarmId)), officer)
  await hub.keeper.command(envelope(dispatch('i1', teamId)), officer)
}

describe('a crew', () => {
  it('hears that it has no run, then where to go, and follows it to the end', async () => {
    const crew = await crewOf('q-01')
    expect(crew.orders).toEqual([null])
    await send('q-01')
    await vi.waitFor(() => expect(crew.orders).toHaveLength(2))
    expect(crew.orders[1]).toMatchObject({
      assignmentId: 'as1',
      phase: 'dispatched',
      site: { name: 'Site site-1' },
    })
    for (const step of ['acknowledged', 'en-route', 'on-scene', 'cleared'] as const)
      expect(
        await crew.socket.emitWithAck('command', envelope(progress('as1', step))),
      ).toMatchObject({ result: 'ok' })
    await vi.waitFor(() =>
      expect(crew.orders.map((order) => order?.phase ?? null)).toEqual([
        null,
        'dispatched',
        'acknowledged',
        'en-route',
        'on-scene',
        null,
      ]),
    )
    const [last] = await hub.keeper.read(hub.keeper.head().seq - 1, 1)
    expect(last).toMatchObject({
      type: 'team-cleared',
      by: { kind: 'team', id: 'q-01', name: 'Q-01' },
    })
  })

  it('that connects in the middle of a run hears of it at once, and nobody else does', async () => {
    await send('q-01')
    expect((await crewOf('q-01')).orders[0]?.assignmentId).toBe('as1')
    expect((await crewOf('q-02')).orders).toEqual([null])
  })

  it('reports its own run only, and decides nothing', async () => {
    await send('q-01')
    const other = await crewOf('q-02')
    expect(
      await other.socket.emitWithAck('command', envelope(progress('as1', 'cleared'))),
    ).toMatchObject({
      refusal: { code: 'not-your-assignment' },
    })
    expect(
      await other.socket.emitWithAck('command', envelope(dispatch('i1', 'q-02', 'as2'))),
    ).toMatchObject({
      refusal: { code: 'not-your-role' },
    })
  })

  it('is where it says it is, as far as that can be believed', async () => {
    const crew = await crewOf('q-01')
    const fix = { lon: 65.8, lat: 38.86, at: start, speed: 10, heading: 45 }
    const doubtful = [
      { ...fix, at: start + 120_000 },
      { ...fix, lon: 0, lat: 0, at: start + 1 },
      { lon: 'x' },
      null,
    ]
    for (const each of [fix, ...doubtful, { ...fix, at: start + 2 }])
      crew.socket.emit('fix', each as typeof fix)
    await vi.waitFor(() =>
      expect(hub.tracks.newest()).toEqual([{ ...fix, teamId: 'q-01', at: start + 2 }]),
    )
    expect(crew.socket.connected).toBe(true)
  })

  it('that floods the hub with fixes is held to a few a second', async () => {
    const crew = await crewOf('q-01')
    for (let i = 1; i <= 100; i += 1)
      crew.socket.emit('fix', { lon: 65.8, lat: 38.86, at: start + i, speed: null, heading: null })
    const refused = () => hub.registry.getSingleMetricAsString('navbatchi_feed_fixes_refused_total')
    await vi.waitFor(async () => expect(await refused()).toContain('{reason="too-fast"} 90'))
    expect(hub.tracks.newest()[0]?.at).toBe(start + 10)
  })

  it('is refused in words: no such team, no session, a person', async () => {
    expect((await crewOf('q-99')).refusal()).toEqual({
      code: 'team-unknown',
      message: 'There is no team q-99 in this unit',
    })
    expect((await crewOf('q-01', 'x'.repeat(43))).refusal()?.code).toBe('session-ended')
    expect((await crewOf('q-01', await hub.token('officer'))).refusal()?.code).toBe('not-a-team')
  })
})
