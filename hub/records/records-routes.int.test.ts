import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDoors } from '../feed/testing/doors'

let doors: Awaited<ReturnType<typeof openDoors>>
beforeEach(async () => {
  doors = await openDoors()
})
afterEach(() => doors.close())

const get = (path: string, token?: string) =>
  fetch(`${doors.url}${path}`, token ? { headers: { authorization: `Bearer ${token}` } } : {})

describe('the records over HTTP', () => {
  it('are answered to whoever may read the journal, with the page asked for', async () => {
    const token = await doors.token('trainer')
    const query = 'siteId=site-1&disposition=false-weather&limit=7&before=100&upTo=90'
    const answer = await get(`/v1/records/alarms?${query}`, token)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ rows: [], next: null, seq: 0, behind: 3 })
    const request = {
      siteId: 'site-1',
      disposition: 'false-weather',
      limit: 7,
      before: 100,
      upTo: 90,
    }
    expect(doors.records.asked).toEqual([{ name: 'alarms', request }])
  })

  it('are asked for several kinds of entries at a time by a list with commas', async () => {
    const token = await doors.token('officer')
    await get('/v1/records/journal?groups=alarms,teams&words=Qoʻrgʻon', token)
    expect(doors.records.asked[0]?.request).toMatchObject({
      ...{ groups: ['alarms', 'teams'], words: 'Qoʻrgʻon' },
    })
  })

  it('are refused to who is not signed in, and to a car', async () => {
    expect((await get('/v1/records/alarms')).status).toBe(401)
    const fleet = await doors.fleetToken()
    expect((await get('/v1/records/alarms', fleet)).status).toBe(403)
    expect(doors.records.asked).toEqual([])
  })

  it('say which field of a question does not fit', async () => {
    const token = await doors.token('officer')
    for (const [query, field] of [
      ['limit=0', 'limit'],
      ['limit=201', 'limit'],
      ['before=x', 'before'],
      ['kind=flood', 'kind'],
      ['siteId=a%20b', 'siteId'],
    ] as const) {
      const answer = await get(`/v1/records/alarms?${query}`, token)
      expect([answer.status, (await answer.json()) as object]).toMatchObject([
        400,
        { error: 'invalid', message: expect.stringContaining(`${field}:`) },
      ])
    }
    expect((await get('/v1/records/site-events', token)).status).toBe(400)
    expect((await get('/v1/records/secrets', token)).status).toBe(404)
  })

  it('stand in the documentation with their questions and rows', async () => {
    const { paths } = (await (await get('/openapi.json')).json()) as {
      paths: Record<string, { get?: { parameters: { name: string }[]; responses: object } }>
    }
    const names = Object.keys(paths).filter((path) => path.startsWith('/v1/records/'))
    expect(names.map((path) => path.split('/').at(-1))).toEqual([
      ...[
        'alarms',
        'site-year',
        'incidents',
        'assignments',
        'site-events',
        'raw-signals',
        'journal',
      ],
    ])
    const { parameters = [], responses } = paths['/v1/records/alarms']?.get ?? {}
    expect(parameters.map(({ name }) => name)).toContain('disposition')
    expect(JSON.stringify(responses)).toContain('acknowledgedBy')
  })

  it('say on /healthz how far they go and how far they are behind', async () => {
    expect(await (await get('/healthz')).json()).toMatchObject({ records: { seq: 1, behind: 3 } })
  })
})
