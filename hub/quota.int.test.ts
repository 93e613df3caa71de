import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from './api/testing/ask'
import { type DutyUnit, openDutyUnit, soon } from './testing/duty-unit'
import { around } from './testing/odd-frames'
import { dialPanel, type Panel } from './testing/panel'
import { registerCsv } from './testing/register'
import { runProgram } from './testing/run-program'

/*
 * A hub whose journal has reached its quota, which to it is a full disk: nothing is acknowledged,
 * everybody is told, and whoever repeats loses nothing.
 */

const quota = ['--max-journal-mb', '1.5']

let unit: DutyUnit
beforeAll(async () => {
  unit = await openDutyUnit({ args: quota })
  expect((await importCsv(registerCsv)).status).toBe(200)
})
afterAll(() => unit?.close())

const importCsv = (body: string) => {
  const headers = { authorization: `Bearer ${unit.supervisor.token}`, 'content-type': 'text/csv' }
  return fetch(`${unit.hub().http}/v1/sites/import`, { method: 'POST', headers, body })
}
const health = () => ask(`${unit.hub().http}/healthz`)
/** Alarms with as many words as a frame can hold. */
const wordy = Array.from({ length: 600 }, (_, at) => {
  const sequence = String(at + 1).padStart(4, '0')
  return around(`"SIA-DCS"${sequence}L0#C001[#C001|Nri1/BA001][I${'long '.repeat(700)}]`)
})
const signals = async () =>
  (await unit.officer.entries('signal-received')).map(({ data }) => data.sequence)

describe('A hub whose journal has reached its quota', () => {
  const acknowledged = new Set<string>()

  it('acknowledges nothing more, and says so wherever anybody asks', async () => {
    expect(await health()).toMatchObject({ status: 200, json: { status: 'ok' } })
    const panel = await dialPanel(unit.hub().port)
    void note(panel, acknowledged)
    // One after the other, so that nothing of any size fits any more.
    for (let failing = false, sent = 0; !failing; sent++) {
      panel.write(wordy[sent] ?? new Uint8Array())
      const answered = async () => {
        failing = (await health()).status === 503
        return failing || acknowledged.size > sent
      }
      await expect.poll(answered, { ...soon, interval: 2 }).toBe(true)
    }
    expect((await health()).json).toMatchObject({ status: 'failing', error: 'storage' })
    expect(await unit.metric('navbatchi_storage_ok')).toBe('navbatchi_storage_ok 0')
    expect(acknowledged.size).toBeGreaterThan(10)
    expect(acknowledged.size).toBeLessThan(wordy.length)
    panel.close()
  })

  it('goes on acknowledging polls, and refuses whatever would have to be kept', async () => {
    expect(await unit.tcp().ask(wordy.slice(-3))).toEqual([])
    await expect
      .poll(() => unit.metric('navbatchi_dc09_frames_total{result="not-stored"}'), soon)
      .toMatch(/ ([4-9]|\d\d+)$/)
    const sites = Array.from(
      { length: 100 },
      (_, at) => `AD${100 + at},Site,residential,38.8,65.8,${'Test street '.repeat(15)}`,
    )
    const imported = await importCsv(['account,name,category,lat,lon,address', ...sites].join('\n'))
    expect(imported.status).toBe(503)
    expect(await imported.json()).toMatchObject({ error: 'not-stored' })
  })

  it('with a larger one has all it acknowledged once, and takes the rest when it is repeated', async () => {
    const stored = await signals()
    expect([...acknowledged].filter((sequence) => !stored.includes(sequence))).toEqual([])
    await unit.restart('stop', ['--max-journal-mb', '20'])
    expect((await health()).status).toBe(200)
    expect(await unit.tcp().ask(wordy, wordy.length)).toHaveLength(wordy.length)
    const all = await signals()
    expect(new Set(all).size).toBe(wordy.length)
    expect(all).toHaveLength(wordy.length)
    expect(await runProgram(['scripts/verify.ts', unit.data])).toMatchObject({ status: 0 })
  })
})

/** Notes what a panel is acknowledged, as long as answers come. */
async function note(panel: Panel, acknowledged: Set<string>): Promise<void> {
  for (let answer = await panel.next(); ; answer = await panel.next())
    if (answer.frame.token === 'ACK') acknowledged.add(answer.frame.sequence)
}
