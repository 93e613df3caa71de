import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Doors, openDoors } from '../hub/feed/testing/doors'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-import-'))
afterAll(() => rmSync(folder, { recursive: true }))

let hub: Doors
beforeEach(async () => {
  hub = await openDoors()
  await hub.accounts.prepare({ demoPassword: 'navbatchi-demo' })
})
afterEach(() => hub.close())

const who = { NAVBATCHI_USER: 'demo-supervisor', NAVBATCHI_PASSWORD: 'navbatchi-demo' }

/** Runs the program as a person would; the hub it speaks to lives in this process. */
async function importSites(args: readonly string[], env: Readonly<Record<string, string>> = who) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'scripts/import-sites.ts', ...args, '--hub', hub.url],
    {
      env: { ...process.env, ...env },
    },
  )
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += data))
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { status, text }
}

describe('importing sites from the command line', () => {
  it('takes the example, which a second time changes nothing', async () => {
    const example = 'resources/demo/sites-example.csv'
    const first = await importSites([example])
    expect(first).toEqual({
      status: 0,
      text: 'Read as CSV in utf-8, cells apart by semicolon.\n5 new, 0 changed, 0 unchanged, 0 bad.\nRecorded: 5 sites.\n',
    })
    expect(hub.keeper.room().accounts.get('D104')).toBe('site-D004')
    expect((await importSites([example])).text).toContain(
      '0 new, 0 changed, 5 unchanged, 0 bad.\nNothing was recorded.',
    )
  })

  it('prints every bad row, and ends with 1', async () => {
    const file = join(folder, 'bad.csv')
    writeFileSync(
      file,
      'account,name,category,lat,lon\nE001,Mill,residential,65.79,38.86\nE002,Shop,shop,38.86,65.79\n',
    )
    const { status, text } = await importSites([file, '--dry-run'])
    expect(status).toBe(1)
    expect(text).toContain('Bad rows: 1\n  line 3, account E002: category: "shop" is not known;')
    expect(text).toContain(
      'Worth a look: 1\n  line 2, account E001: lat 65.79, lon 38.86 lies outside Uzbekistan',
    )
    expect(text).toContain('This was a dry run: nothing was recorded.')
  })

  it('says why it cannot begin', async () => {
    expect(await importSites(['sites.png'])).toMatchObject({
      status: 2,
      text: expect.stringContaining('neither .csv'),
    })
    expect(await importSites(['x.csv'], { ...who, NAVBATCHI_USER: '' })).toMatchObject({
      status: 2,
      text: expect.stringContaining('Set NAVBATCHI_USER and NAVBATCHI_PASSWORD'),
    })
    const wrong = await importSites(['resources/demo/sites-example.csv'], {
      ...who,
      NAVBATCHI_PASSWORD: 'guess',
    })
    expect(wrong).toEqual({ status: 1, text: 'Not imported: Name or password is wrong\n' })
  })
})
