import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { verifyJournal } from '../node/verify-journal'
import { type ParentPort, runEmbedded } from './embedded'
import type { HubOptions } from './options'
import { type Hub, startHub } from './start-hub'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-hub-'))
afterAll(() => rmSync(folder, { recursive: true }))

let data = ''
let directories = 0
let hub: Hub | null = null
beforeEach(() => {
  data = join(folder, `data-${++directories}`)
})
afterEach(async () => {
  await hub?.stop()
  hub = null
})

async function start(
  change: Partial<HubOptions> = {},
  env: Record<string, string> = {},
): Promise<Hub> {
  const options = {
    data,
    host: '127.0.0.1',
    httpPort: 0,
    dc09Port: 0,
    demo: false,
    maxJournalBytes: null,
    ...change,
  }
  hub = await startHub(options, { log: pino({ level: 'silent' }), env })
  return hub
}
const journal = () => join(data, 'journal.db')

describe('A hub', () => {
  it('makes its data directory, founds a unit once and serves', async () => {
    const { http, dc09 } = await start()
    expect(await (await fetch(`${http}/healthz`)).json()).toMatchObject({ status: 'ok', seq: 1 })
    expect(await (await fetch(`${http}/metrics`)).text()).toMatch(/^navbatchi_journal_seq 1$/m)
    expect(dc09.udp).toBe(dc09.tcp)
    await hub?.stop()
    await start()
    await hub?.stop()
    expect(verifyJournal(journal())).toMatchObject({ ok: true, count: 1 })
  })

  it.skipIf(process.platform === 'win32')(
    'keeps journal, tracks and accounts from other users of the machine',
    async () => {
      await start()
      const open = readdirSync(data).filter(
        (name) => (statSync(join(data, name)).mode & 0o077) !== 0,
      )
      expect(open.filter((name) => !name.startsWith('hub.lock'))).toEqual([])
    },
  )

  it('founds the demo with its sites and teams in one commit, and lets the console of this machine in', async () => {
    const demo = await start({ demo: true })
    expect(await demo.demoSession('officer')).toMatchObject({ actor: { role: 'officer' } })
    const metrics = await (await fetch(`${demo.http}/metrics`)).text()
    expect(metrics).toMatch(/navbatchi_commits_total\{result="stored"\} \d/)
    await demo.stop()
    expect(verifyJournal(journal())).toMatchObject({ ok: true })
  })

  it('is the only one on its data directory', async () => {
    const first = await start()
    await expect(start()).rejects.toThrow(
      `Another hub is running on ${data}; only one may write there`,
    )
    await first.stop()
    await start()
  })

  it('leaves nothing behind when it cannot start, so that the next try can', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((listening) => other.once('listening', listening))
    const { port } = other.address() as { port: number }
    const inUse = `Port ${port} is in use by another program; choose another with`
    await expect(start({ httpPort: port })).rejects.toThrow(`${inUse} --http-port`)
    await expect(start({ dc09Port: port })).rejects.toThrow(`${inUse} --dc09-port`)
    other.close()
    await start()
  })

  it('never opens the journal of a real unit as a demo', async () => {
    await (await start()).stop()
    await expect(start({ demo: true })).rejects.toThrow('is no demo: leave out --demo')
  })

  it('does not offer a demo to the network, also one that was founded before', async () => {
    await expect(start({ demo: true, host: '0.0.0.0' })).rejects.toThrow(
      'listens on this machine only',
    )
    await (await start({ demo: true })).stop()
    await expect(start({ host: '0.0.0.0' })).rejects.toThrow('listens on this machine only')
  })

  it('says in a sentence why a data directory or a journal cannot be used', async () => {
    writeFileSync(data, 'a file')
    await expect(start()).rejects.toThrow(`${data} cannot be used: there is a file in its place`)
    await expect(start({ data: join(data, 'below') })).rejects.toThrow(
      'there is a file in its place',
    )
    await expect(start({ data: '/proc/navbatchi' })).rejects.toThrow(
      'cannot be used: there is no such place',
    )
    data = join(folder, 'junk')
    mkdirSync(data)
    writeFileSync(journal(), 'no database '.repeat(1_000))
    await expect(start()).rejects.toThrow(
      `The journal ${journal()} cannot be opened: the file is not a database`,
    )
  })
})

describe('An embedded hub', () => {
  /** The port of a process that talks with its parent, from the parent's side. */
  function embed() {
    const heard: unknown[] = []
    let tell = (_event: { data: unknown }) => {}
    let wake = () => {}
    const port: ParentPort = {
      postMessage(message) {
        heard.push(message)
        wake()
      },
      on(_name, listener) {
        tell = listener
      },
    }
    const exits: number[] = []
    const end = runEmbedded(port, (code) => exits.push(code))
    return {
      end,
      exits,
      say: (data: unknown) => tell({ data }),
      async word(): Promise<unknown> {
        while (heard.length === 0)
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        return heard.shift()
      },
    }
  }

  it('answers with where it is and a session of the demo officer', async () => {
    const child = embed()
    child.say({ data, httpPort: 0, dc09Port: 0, demo: true })
    const word = (await child.word()) as { http: string; token: string }
    expect(word).toMatchObject({
      ready: true,
      dc09: { tcp: expect.any(Number) },
      token: expect.any(String),
    })
    const headers = { authorization: `Bearer ${word.token}` }
    expect((await fetch(`${word.http}/v1/journal?limit=1`, { headers })).status).toBe(200)
    await child.end()
  })

  it('says in a sentence why it cannot start, and ends so that it is started again', async () => {
    writeFileSync(data, 'a file')
    const child = embed()
    child.say({ data, httpPort: 0, dc09Port: 0, demo: true })
    expect(await child.word()).toMatchObject({
      failed: {
        code: 'data-directory',
        because: { code: 'place-file' },
        text: expect.stringContaining('there is a file in its place'),
      },
    })
    await vi.waitFor(() => expect(child.exits).toEqual([1]))
    const other = embed()
    other.say({ nonsense: true })
    expect(await other.word()).toMatchObject({
      failed: { text: expect.stringContaining('started wrongly') },
    })
    await vi.waitFor(() => expect(other.exits).toEqual([1]))
  })
})
