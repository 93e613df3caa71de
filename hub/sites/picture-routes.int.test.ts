import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../node/sha256'
import { type Doors, openDoors } from '../feed/testing/doors'

let hub: Doors
beforeEach(async () => {
  hub = await openDoors()
})
afterEach(() => hub.close())

const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('plan'),
])
const kept = `${sha256Hex(png)}.png`

async function send(
  body: Uint8Array,
  { name = 'plan.png', role = 'admin', type = 'application/octet-stream' } = {},
) {
  const answer = await fetch(`${hub.url}/v1/pictures?${new URLSearchParams({ name })}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${await hub.token(role as 'admin')}`,
      'content-type': type,
    },
    body,
  })
  return { status: answer.status, json: (await answer.json()) as { error?: string } }
}
const fetched = async (picture: string, token: string | null) =>
  fetch(`${hub.url}/v1/pictures/${picture}`, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  })

describe('A picture that is sent to a hub', () => {
  it('is kept under the hash of its bytes, and given to whoever is signed in', async () => {
    expect(await send(png)).toEqual({ status: 200, json: { picture: kept } })
    expect(await send(png, { name: 'again.png' })).toMatchObject({ json: { picture: kept } })
    const answer = await fetched(kept, await hub.token('officer'))
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await fetched(kept, null)).status).toBe(401)
  })
  it('is refused when it is none by its first bytes, too large, or sent by an officer', async () => {
    const svg = await send(Buffer.from('<svg onload="x"/>'))
    expect(svg).toMatchObject({ status: 415, json: { error: 'no-picture' } })
    const large = await send(Buffer.concat([png, Buffer.alloc(4 * 1024 * 1024)]))
    expect(large).toMatchObject({ status: 413, json: { error: 'too-large' } })
    expect(await send(png, { role: 'officer' })).toMatchObject({ status: 403 })
    expect(await send(png, { name: '../plan.png' })).toMatchObject({ status: 400 })
    expect(await send(png, { type: 'text/html' })).toMatchObject({ status: 415 })
  })
  it('is found by no name that is not a hash', async () => {
    const token = await hub.token('officer')
    for (const name of ['names.json', '..%2Faccounts.db', `${'0'.repeat(64)}.svg`])
      expect((await fetched(name, token)).status).toBe(400)
    expect((await fetched(`${'0'.repeat(64)}.png`, token)).status).toBe(404)
  })
  it('is on the card of a site whose register names its file', async () => {
    await send(png, { name: 'floor.png' })
    const answer = await fetch(`${hub.url}/v1/sites/import`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await hub.token('admin')}`,
        'content-type': 'text/csv',
      },
      body: 'account,name,category,lat,lon,pictures\nA1,Mill,residential,38.86,65.79,floor.png=Hall\n',
    })
    expect(answer.status).toBe(200)
    const room = hub.keeper.room()
    expect(room.sites.get(room.accounts.get('A1') ?? '')?.pictures).toEqual([
      { picture: kept, caption: 'Hall' },
    ])
  })
})
