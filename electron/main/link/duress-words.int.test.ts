import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../../node/system-clock'
import { demoRegion } from '../../../shared/demo/demo-region'
import type { AnyEntry } from '../../../shared/journal/entry'
import { usualSound } from '../../../shared/sound/desk-sound'
import { noSoundYet } from '../../../shared/sound/sound-state'
import { hubProgram } from '../../../shared/testing/hub-program'
import { type ConsoleCore, createConsoleCore } from '../console-core'
import type { Child } from '../keep-running'
import { noBeacon } from '../peripherals/beacon'
import { createAskHub } from './ask-hub'
import { askDuressWords } from './duress-words'
import { connectBySocketIo } from './hub-socket'
import { openConsoleStore } from './outbox-store'
import { isSession, signIn } from './sign-in'

const root = mkdtempSync(join(tmpdir(), 'navbatchi-duress-'))
afterAll(() => rmSync(root, { recursive: true }))

/** What the console has logged. */
let logged = ''
const log = pino(
  { level: 'trace' },
  {
    write(line) {
      logged += line
    },
  },
)

interface RunningHub {
  readonly http: string
  readonly process: ChildProcess
}

/** The demo hub as it runs alone, with a key of secrets or without. */
async function runHub(data: string, secretsKey: string): Promise<RunningHub> {
  const words = [hubProgram(), '--data', data, '--demo', '--http-port', '0', '--dc09-port', '0']
  const child = spawn(process.execPath, words, {
    cwd: join(import.meta.dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, NAVBATCHI_SECRETS_KEY: secretsKey },
  })
  const http = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The hub ended with ${code}`)))
    createInterface({ input: child.stdout }).on('line', (line) =>
      resolve((JSON.parse(line) as RunningHub).http),
    )
  })
  return { http, process: child }
}

async function endHub({ process: child }: RunningHub): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

async function tokenOf(http: string, username: string): Promise<string> {
  const session = await signIn(
    { hub: http, ask: createAskHub() },
    { username, password: 'navbatchi-demo' },
  )
  if (!isSession(session)) throw new Error(session.text)
  return session.token
}

/** A console needs no copy of the journal for this: one that ends when it is asked to. */
function noJournal(): Child {
  let gone: (code: number) => void = () => {}
  return {
    onMessage: () => {},
    onExit: (listener) => {
      gone = listener
    },
    post: () => {},
    end: () => gone(0),
    kill: () => gone(9),
  }
}

function openCore(): ConsoleCore {
  const folder = mkdtempSync(join(root, 'console-'))
  return createConsoleCore({
    clock: systemClock,
    log,
    connect: connectBySocketIo(log),
    startJournal: noJournal,
    store: openConsoleStore(join(folder, 'console.db')),
    hubName: 'the hub of this test',
    beacon: noBeacon,
    push: () => true,
    onLink: () => {},
    onAlarms: () => {},
    onShown: () => {},
    soundState: () => ({ ...noSoundYet, desk: usualSound }),
    onTokenRefused: () => {},
  })
}

const word = 'Chrysanthemum'
const table = [
  'account;name;category;lat;lon;contacts;duress_words',
  `D00D;Demo bank branch;categorised;38.86;65.79;Guard post | Demo contact 1 | +998 00; Electrician on duty | | +998 01;1=${word}; 2=Lantern`,
].join('\n')
// Cells that hold the separator stand in quotation marks.
const csv = table.replace(/;(Guard.*\+998 01);(1=.*)$/m, ';"$1";"$2"')

async function importWords(http: string): Promise<void> {
  const answer = await fetch(`${http}/v1/sites/import`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await tokenOf(http, 'demo-supervisor')}`,
      'content-type': 'text/csv',
    },
    body: csv,
  })
  expect(await answer.json()).toMatchObject({ recorded: 1 })
}

async function entriesOf(http: string, type: string): Promise<AnyEntry[]> {
  const token = await tokenOf(http, 'demo-supervisor')
  const answer = await fetch(`${http}/v1/journal?after=0&limit=5000`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const lines = (await answer.text()).trim().split('\n')
  return lines.map((line) => JSON.parse(line) as AnyEntry).filter((entry) => entry.type === type)
}

const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'))

describe('A console and a hub that keeps duress words', () => {
  let hub: RunningHub
  const cores: ConsoleCore[] = []
  beforeAll(async () => {
    hub = await runHub(join(root, 'hub'), 'a1'.repeat(32))
    await importWords(hub.http)
  })
  afterEach(async () => {
    for (const core of cores.splice(0)) await core.stop()
  })
  afterAll(() => endHub(hub))

  async function connected(username: string): Promise<ConsoleCore> {
    const core = openCore()
    cores.push(core)
    core.connect({ url: hub.http, token: await tokenOf(hub.http, username) })
    await expect.poll(() => core.link().phase, { timeout: 20_000 }).toBe('live')
    return core
  }

  it('shows them to an officer; the journal says to whom, and no file or log of the console holds one', async () => {
    const core = await connected('demo-officer')
    expect(await core.duressWords('site-D00D')).toEqual({
      result: 'ok',
      words: [
        { contact: 'Demo contact 1', word },
        { contact: 'Electrician on duty', word: 'Lantern' },
      ],
    })
    const shown = await entriesOf(hub.http, 'duress-words-shown')
    expect(shown.map(({ by, data }) => [by.id, data])).toEqual([
      ['demo-officer', { siteId: 'site-D00D' }],
    ])
    await core.stop()
    expect(filesUnder(root).filter((text) => text.includes(word))).toEqual([])
    expect(logged).not.toContain(word)
  })

  it('says why not, in sentences of its own: another role, an unknown site', async () => {
    const trainer = await connected('demo-trainer')
    expect(await trainer.duressWords('site-D00D')).toMatchObject({
      refusal: { code: 'duress-words-role' },
    })
    const officer = await connected('demo-officer')
    for (const id of ['site-0', '..'])
      expect(await officer.duressWords(id)).toMatchObject({ result: 'refused' })
    expect(await officer.duressWords('site-0')).toMatchObject({ refusal: { code: 'site-unknown' } })
    expect(await entriesOf(hub.http, 'duress-words-shown')).toHaveLength(1)
  })

  it('has none to show once the link is gone, and asks nobody', async () => {
    const core = await connected('demo-officer')
    core.disconnect({ phase: 'lost', since: 0, hub: hub.http, said: null })
    expect(await core.duressWords('site-D00D')).toMatchObject({
      refusal: { code: 'duress-words-hub-lost' },
    })
    expect(await entriesOf(hub.http, 'duress-words-shown')).toHaveLength(1)
  })
})

describe('A console whose hub gives no duress words', () => {
  const anySite = demoRegion().sites[0]?.id ?? ''
  const open: Server[] = []
  afterEach(() => {
    for (const server of open.splice(0)) {
      server.close()
      server.closeAllConnections()
    }
  })
  /** Something at the hub's address that answers in its own way. */
  async function answering(status: number, body: string, headers = {}): Promise<string> {
    const server = createServer((_, response) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body),
    )
    open.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const asked = async (url: string) => {
    const reply = await askDuressWords({ url, token: 't'.repeat(43) }, anySite, log)
    return reply.result === 'refused' ? reply.refusal.code : reply.words
  }

  it('says that the vault is closed', async () => {
    const hub = await runHub(join(root, 'closed'), '')
    try {
      const officer = { url: hub.http, token: await tokenOf(hub.http, 'demo-officer') }
      expect(await askDuressWords(officer, anySite, log)).toMatchObject({
        refusal: { code: 'duress-words-closed' },
      })
    } finally {
      await endHub(hub)
    }
  })

  it('takes no answer that is not the hub’s: another shape, too long, a redirection', async () => {
    expect(await asked(await answering(200, '{"words": [{"contact": "A"}]}'))).toBe(
      'duress-words-failed',
    )
    expect(await asked(await answering(200, `{"words": ["${word}`))).toBe('duress-words-failed')
    expect(await asked(await answering(502, '<html>Bad gateway'))).toBe('duress-words-failed')
    expect(await asked(await answering(500, '{"error": "toString", "message": ""}'))).toBe(
      'duress-words-failed',
    )
    expect(await asked(await answering(200, ' '.repeat(300_000)))).toBe('duress-words-hub-lost')
    expect(await asked(await answering(307, '', { location: 'http://127.0.0.1:9/' }))).toBe(
      'duress-words-hub-lost',
    )
    expect(logged).not.toContain(word)
  })

  it('says that the journal cannot be written, and that nobody is there', async () => {
    const problem = '{"error": "not-stored", "message": "The disk is full"}'
    expect(await asked(await answering(503, problem))).toBe('duress-words-not-recorded')
    expect(await asked('http://127.0.0.1:9')).toBe('duress-words-hub-lost')
  })
})
