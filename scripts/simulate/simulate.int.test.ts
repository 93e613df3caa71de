import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { type Hub, startHub } from '../../hub/start-hub'
import type { Command } from '../../shared/room/commands'
import { commandReplySchema } from '../../shared/wire/console-feed'
import type { SimulationOptions } from './options'
import { simulate } from './simulate'
import type { SimulationReport } from './tally'

const entrySchema = z.object({
  seq: z.number(),
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
})
type JournalLine = z.output<typeof entrySchema>

// One hub for all: it takes seconds to found a demo unit, and the tests look at what is new in its
// journal only.
let data: string
let hub: Hub
let token: string
let since: number
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'navbatchi-simulate-'))
  const options = {
    data,
    host: '127.0.0.1',
    httpPort: 0,
    dc09Port: 0,
    demo: true,
    maxJournalBytes: null,
  }
  hub = await startHub(options, { log: pino({ level: 'silent' }), env: {} })
  token = (await hub.demoSession('officer')).token
})
afterAll(async () => {
  await hub.stop()
  rmSync(data, { recursive: true })
})
beforeEach(async () => {
  const health = await fetch(new URL('/healthz', hub.http))
  since = z.object({ seq: z.number() }).parse(await health.json()).seq
})

async function journal(type: string): Promise<JournalLine[]> {
  const address = new URL(`/v1/journal?after=${since}&limit=100000`, hub.http)
  const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } })
  const lines = (await answer.text()).split('\n').filter((line) => line !== '')
  return lines
    .map((line) => entrySchema.parse(JSON.parse(line)))
    .filter((entry) => entry.type === type)
}

let given = 0
async function command(what: Command): Promise<void> {
  given++
  const answer = await fetch(new URL('/v1/commands', hub.http), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ commandId: `c${given}`, command: what, issuedAt: 0 }),
  })
  expect(commandReplySchema.parse(await answer.json())).toMatchObject({ result: 'ok' })
}

function run(change: Partial<SimulationOptions>, password = 'navbatchi-demo') {
  const stop = new AbortController()
  const options: SimulationOptions = {
    dc09: { host: '127.0.0.1', port: hub.dc09.tcp },
    http: hub.http,
    rate: 50,
    polls: 5,
    alarmShare: 0.15,
    seconds: null,
    sites: null,
    teams: 6,
    seed: 1,
    carSpeed: 60,
    connections: 8,
    ...change,
  }
  const lines: string[] = []
  const log = (line: string) => lines.push(line)
  const ended = simulate(options, { stop: stop.signal, log, password })
  return { ended, lines, stop: () => stop.abort() }
}

const soon = { timeout: 15_000, interval: 100 }

/** Sends a team to the first alarm and follows its steps until `step` is reported. */
async function dispatchTo(teamId: string, step: string): Promise<void> {
  const [raised] = await vi.waitFor(async () => {
    const alarms = await journal('alarm-raised')
    expect(alarms.length).toBeGreaterThan(0)
    return alarms
  }, soon)
  const alarmId = z.string().parse(raised?.data.alarmId)
  const reason = {
    recommended: true,
    text: 'nearest',
    metres: null,
    seconds: null,
    positionAge: null,
  }
  await command({ type: 'acknowledge-alarm', alarmId, incidentId: 'i1' })
  await command({ type: 'dispatch-team', incidentId: 'i1', teamId, assignmentId: 'as1', reason })
  await vi.waitFor(async () => expect(await journal(step)).toHaveLength(1), soon)
}

describe('the simulator on a real hub', () => {
  it('has every signal acknowledged, and each is in the journal once', async () => {
    const report: SimulationReport = await run({ seconds: 3 }).ended
    expect(report.sent).toBeGreaterThan(120)
    expect(report).toMatchObject({
      acknowledged: report.sent,
      unacknowledged: 0,
      unacknowledgedPolls: 0,
      resends: 0,
    })
    expect(await journal('signal-received')).toHaveLength(report.sent)
    expect(await journal('signal-quarantined')).toEqual([])
    expect((await journal('alarm-raised')).length).toBeGreaterThan(0)
    expect(report.polls).toBeGreaterThan(10)
    expect(report.fixes).toBeGreaterThan(6)
  })
  it('has a crew that takes its order and sets off', async () => {
    const simulation = run({ rate: 1, seconds: null })
    await dispatchTo('team-q-01', 'team-en-route')
    simulation.stop()
    const report = await simulation.ended
    // The hub's word on the second step may still have been on its way.
    expect(report.reports).toBeGreaterThan(0)
    expect(report.unacknowledged).toBe(0)
    expect(simulation.lines.filter((line) => line.startsWith('Q-'))).toEqual([])
  })
  it('begins with an alarm within two seconds, at any rate', async () => {
    const report = await run({ rate: 0.01, seconds: 2.5, http: null }).ended
    expect(report).toMatchObject({ sent: 1, alarms: 1, acknowledged: 1 })
  })
  it('ends with the hub’s words when the fleet may not sign in', async () => {
    await expect(run({ dc09: null, seconds: 5 }, 'not this one').ended).rejects.toThrow(
      'The hub refused demo-fleet',
    )
  })
})
