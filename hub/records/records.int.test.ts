import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { recordsQueryNames } from '../../shared/records/queries'
import { connectConsole } from '../feed/testing/clients'
import { type DutyUnit, openDutyUnit, siteIdOf, soon } from '../testing/duty-unit'
import { around, burglaryBody } from '../testing/odd-frames'
import { registerCsv } from '../testing/register'

/* One hub as it stands alone, with its threads: each story goes on where the one before ended. */

let unit: DutyUnit
beforeAll(async () => {
  unit = await openDutyUnit()
  const headers = { authorization: `Bearer ${unit.supervisor.token}`, 'content-type': 'text/csv' }
  const sent = { method: 'POST', headers, body: registerCsv }
  expect((await fetch(`${unit.hub().http}/v1/sites/import`, sent)).status).toBe(200)
})
afterAll(() => unit?.close())

const siteId = siteIdOf('A001')
const rowsOf = async (path: string) => {
  const { status, json } = await unit.officer.ask(`/v1/records/${path}`)
  expect(status).toBe(200)
  return json.rows as Record<string, unknown>[]
}

describe('the records of a hub', () => {
  it('follow what happens, and tell it from beginning to end', async () => {
    await unit.tcp().ask([around(burglaryBody('A001', '0001'))])
    await vi.waitFor(() => expect(unit.alarmsOf('A001')).toHaveLength(1), soon)
    const [alarm] = unit.alarmsOf('A001')
    const give = unit.officer.give
    await give({ type: 'acknowledge-alarm', alarmId: alarm?.id ?? '', incidentId: 'i1' })
    const remark = 'Қўриқлаш пости: shamol'
    await give({
      ...{ type: 'close-incident', incidentId: 'i1', disposition: 'false-weather', remark },
    })
    await vi.waitFor(async () => {
      expect(await rowsOf(`alarms?siteId=${siteId}`)).toMatchObject([
        { acknowledgedBy: 'Test officer', disposition: 'false-weather' },
      ])
    }, soon)
    expect(await rowsOf('journal?words=qo%CA%BBriqlash')).toMatchObject([
      { type: 'incident-closed', siteId, incidentId: 'i1' },
    ])
    expect(await rowsOf(`site-year?siteId=${siteId}`)).toMatchObject([{ nuisance: 1 }])
  })

  it('are asked by a console over its socket, and refused in words when it makes no sense', async () => {
    const console = connectConsole(unit.hub().http, { token: unit.officer.token, have: null })
    const asked = async (message: object) => {
      const answer = await console.socket.timeout(5_000).emitWithAck('records', message as never)
      return answer instanceof Uint8Array ? JSON.parse(Buffer.from(answer).toString()) : answer
    }
    expect(await asked({ name: 'incidents', request: { siteId } })).toMatchObject({
      rows: [{ incidentId: 'i1' }],
      next: null,
    })
    expect(await asked({ name: 'incidents', request: { limit: 5_000 } })).toMatchObject({
      result: 'refused',
      refusal: { code: 'invalid', text: expect.stringContaining('limit') },
    })
    expect(await asked({ name: 'secrets', request: {} })).toMatchObject({ result: 'refused' })
    console.socket.disconnect()
  })

  it('go on from where they were when the hub was killed', async () => {
    await unit.restart('kill')
    await vi.waitFor(async () => {
      const { json } = await unit.officer.ask('/healthz')
      expect(json.records).toEqual({ seq: json.seq, behind: 0 })
    }, soon)
    expect(await rowsOf(`alarms?siteId=${siteId}`)).toHaveLength(1)
    expect(await unit.metric('navbatchi_records_behind')).toBe('navbatchi_records_behind 0')
    expect(await unit.metric('navbatchi_records_ok')).toBe('navbatchi_records_ok 1')
    for (const name of recordsQueryNames)
      expect(Array.isArray(await rowsOf(`${name}?siteId=${siteId}`))).toBe(true)
  })
})
