import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../../node/sha256'
import type { HubAnswer } from '../link/ask-hub'
import { silentLog } from '../log'
import { createSitePictures } from './site-pictures'

const root = mkdtempSync(join(tmpdir(), 'navbatchi-pictures-'))
afterAll(() => rmSync(root, { recursive: true }))

const jpg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
const picture = `${sha256Hex(jpg)}.jpg`
const hub = { url: 'http://127.0.0.1:7410', token: 'token' }

function desk(answer: Partial<HubAnswer> | Error | null, folder = mkdtempSync(join(root, 'p-'))) {
  const asked: string[] = []
  const read = createSitePictures({
    folder,
    access: () => (answer === null ? null : hub),
    ask: async (url) => {
      asked.push(url.pathname)
      if (answer instanceof Error) throw answer
      return { ok: true, status: 200, body: undefined, ...answer }
    },
    log: silentLog,
  })
  return { read, asked, folder }
}

describe('A picture of a site', () => {
  it('is fetched from the hub once, and then is there without it', async () => {
    const first = desk({ bytes: jpg })
    expect(await first.read(picture)).toEqual(jpg)
    expect(await first.read(picture)).toEqual(jpg)
    expect(first.asked).toEqual([`/v1/pictures/${picture}`])
    expect(await desk(null, first.folder).read(picture)).toEqual(jpg)
  })
  it('is not shown when its bytes are others than its name says, wherever they come from', async () => {
    expect(await desk({ bytes: Buffer.from('other') }).read(picture)).toBeNull()
    const changed = desk({ bytes: jpg })
    writeFileSync(join(changed.folder, picture), 'changed on disk')
    expect(await changed.read(picture)).toEqual(jpg)
    expect(readFileSync(join(changed.folder, picture))).toEqual(jpg)
  })
  it('is not here where no hub can be asked, or it refuses or breaks off', async () => {
    expect(await desk(null).read(picture)).toBeNull()
    expect(await desk({ ok: false, status: 404 }).read(picture)).toBeNull()
    expect(await desk(new Error('broken off')).read(picture)).toBeNull()
  })
})
