import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../node/sha256'
import { systemClock } from '../../node/system-clock'
import { openAlarmKey } from '../../shared/alarms/alarm'
import { encodeFrame } from '../../shared/dc09/encode'
import { demoRegion } from '../../shared/demo/demo-region'
import type {
  LinkState,
  PendingCommand,
  Pushes,
  PushName,
  SettledCommand,
} from '../../shared/ipc/contract'
import { canonical } from '../../shared/journal/canonical'
import type { AnyEntry } from '../../shared/journal/entry'
import type { Command, Envelope } from '../../shared/room/commands'
import { roomToJson, workToJson } from '../../shared/room/parts'
import type { RoomJson } from '../../shared/room/room-json'
import { usualSettings } from '../../shared/settings/preferences'
import type { Site } from '../../shared/sites/site'
import { usualSound } from '../../shared/sound/desk-sound'
import { noSoundYet } from '../../shared/sound/sound-state'
import { nearest } from '../../shared/testing/builders'
import { hubProgram } from '../../shared/testing/hub-program'
import { wholeOfDesk } from '../../shared/testing/whole-of-desk'
import { type ConsoleCore, createConsoleCore } from './console-core'
import { serveJournal } from './journal/serve-journal'
import type { Child } from './keep-running'
import { createAskHub } from './link/ask-hub'
import { connectBySocketIo } from './link/hub-socket'
import { openConsoleStore } from './link/outbox-store'
import { isSession, signIn } from './link/sign-in'
import { silentLog } from './log'
import { noBeacon } from './peripherals/beacon'

const root = mkdtempSync(join(tmpdir(), 'navbatchi-core-'))
const repository = join(import.meta.dirname, '../..')

interface RunningHub {
  readonly http: string
  readonly dc09: { readonly tcp: number }
  readonly process: ChildProcess
}

/**
 * The hub as it runs alone, in a process of its own, so that it can be stopped in every way there
 * is.
 */
async function runHub(data: string, httpPort = 0): Promise<RunningHub> {
  const words = [hubProgram(), '--data', data, '--demo', '--dc09-port', '0', '--http-port']
  const child = spawn(process.execPath, [...words, String(httpPort)], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ready = await new Promise<Omit<RunningHub, 'process'>>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The hub ended with ${code}`)))
    createInterface({ input: child.stdout }).on('line', (line) => resolve(JSON.parse(line)))
  })
  return { ...ready, process: child }
}

async function tokenFor(http: string, username: string): Promise<string> {
  const session = await signIn(
    { hub: http, ask: createAskHub() },
    { username, password: 'navbatchi-demo' },
  )
  if (!isSession(session)) throw new Error(session.text)
  return session.token
}

/** The journal "process", in this one. */
function journalHere(folder: string): Child {
  let hear: (message: unknown) => void = () => {}
  let gone: (code: number) => void = () => {}
  let ask: (message: unknown) => void = () => {}
  serveJournal(
    {
      post: (message) => setImmediate(() => hear(structuredClone(message))),
      listen: (listener) => {
        ask = listener
      },
    },
    folder,
  )
  return {
    onMessage: (listener) => {
      hear = listener
    },
    onExit: (listener) => {
      gone = listener
    },
    post: (message) => setImmediate(() => ask(structuredClone(message))),
    end: () => gone(0),
    kill: () => gone(9),
  }
}

function openCore(folder: string) {
  const seen = {
    links: [] as { readonly at: number; readonly state: LinkState }[],
    entries: [] as AnyEntry[],
    settled: [] as SettledCommand[],
    pending: [] as (readonly PendingCommand[])[],
  }
  const push = <Name extends PushName>(name: Name, value: Pushes[Name]) => {
    if (name === 'link') seen.links.push({ at: Date.now(), state: value as LinkState })
    if (name === 'entries') seen.entries.push(...(value as readonly AnyEntry[]))
    if (name === 'settled') seen.settled.push(value as SettledCommand)
    if (name === 'pending') seen.pending.push(value as readonly PendingCommand[])
    return true
  }
  const core = createConsoleCore({
    clock: systemClock,
    log: silentLog,
    connect: connectBySocketIo(silentLog),
    startJournal: () => journalHere(folder),
    store: openConsoleStore(join(folder, 'console.db')),
    hubName: 'the hub of this test',
    beacon: noBeacon,
    push,
    onLink: () => {},
    onAlarms: () => {},
    onShown: () => {},
    soundState: () => ({ ...noSoundYet, desk: usualSound }),
    onTokenRefused: () => {},
  })
  return { core, seen, close: () => core.stop() }
}

// Rooms of 19,000 sites: their hashes tell as much, and a difference does not print 10 MB.
const hashOf = (room: RoomJson) => sha256(canonical(room))
const phaseOf = (core: ConsoleCore) => core.link().phase
const until = (what: () => unknown, value: unknown, timeout = 20_000) =>
  expect.poll(what, { timeout, interval: 10 }).toBe(value)
let lastId = 0
const envelope = (command: Command): Envelope => {
  lastId += 1
  return { commandId: `test-${lastId}`, command, issuedAt: Date.now() }
}
const teamIds = demoRegion().teams.map(({ id }) => id)
const outOfService = (at: number): Envelope =>
  envelope({
    type: 'take-team-out-of-service',
    teamId: teamIds[at] ?? 'none',
    reason: 'Engine warning light',
  })

describe('a console on a real hub', () => {
  const hubData = join(root, 'hub')
  let hub: RunningHub
  let token: string
  let opened: ReturnType<typeof openCore>
  const open = (folder = mkdtempSync(join(root, 'console-'))) => {
    opened = openCore(folder)
    // A window is there, to which one can say what became of a command.
    opened.core.attached({ language: 'en', settings: usualSettings })
    return { ...opened, folder, connect: () => opened.core.connect({ url: hub.http, token }) }
  }
  beforeAll(async () => {
    hub = await runHub(hubData)
    token = await tokenFor(hub.http, 'demo-officer')
  })
  afterEach(async () => {
    hub.process.kill('SIGCONT')
    await opened.close()
  })
  afterAll(() => {
    hub.process.kill('SIGKILL')
    rmSync(root, { recursive: true, force: true })
  })
  /** Every entry of the hub's journal, by its HTTP interface. */
  const hubJournal = async (): Promise<AnyEntry[]> => {
    const answer = await fetch(`${hub.http}/v1/journal?after=0&limit=10000`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as AnyEntry)
  }

  it('has the room of the hub and its own copy of every entry', async () => {
    const { core, connect } = open()
    connect()
    await until(() => phaseOf(core), 'live')
    await until(
      () =>
        core.journal.state().seq > 0 && core.journal.state().seq === core.journal.state().hubSeq,
      true,
    )
    expect(core.journal.state().fault).toBeNull()
    expect(core.room().sites.size).toBeGreaterThan(19_000)
    const span = await core.journal.ask('span', {})
    const last = await core.journal.ask('frame', { at: span?.to ?? 0 })
    const { version } = core.attached({ language: 'en', settings: usualSettings }).room
    expect(last.room).toEqual({ version, work: workToJson(core.room()) })
    const columns = await core.journal.ask('columns', { version })
    // Compared by `toEqual`, millions of bytes take minutes.
    const asHere = core.registerColumns(version)
    expect(columns && asHere && Buffer.compare(columns, asHere)).toBe(0)
    const [siteId = ''] = Array.from(core.room().sites.values(), ({ id }) => id)
    const card = await core.journal.ask('card', { siteId })
    expect(card).toMatchObject({ id: siteId, contacts: expect.any(Array) })
    expect(await core.siteCard(siteId)).toEqual(card)
  })

  it('shows the room of its own copy while there is no hub, and nobody can act in it', async () => {
    const first = open()
    first.connect()
    await until(() => phaseOf(first.core), 'live')
    await until(() => first.core.journal.state().seq === first.core.journal.state().hubSeq, true)
    const whole = async (core: ConsoleCore) => {
      const cards = new Map<string, Site | null>()
      for (const { id } of core.room().sites.values()) cards.set(id, await core.siteCard(id))
      return wholeOfDesk(core.room(), (id) => cards.get(id) ?? null)
    }
    const room = await whole(first.core)
    await first.close()
    const second = open(first.folder)
    await until(() => second.core.room().seq, room.seq)
    expect(hashOf(roomToJson(await whole(second.core)))).toBe(hashOf(roomToJson(room)))
    expect(await second.core.command(outOfService(0))).toMatchObject({
      refusal: { code: 'not-signed-in' },
    })
  })

  it('says within three seconds that a hub fell silent, keeps commands, and sends each once when it speaks again', async () => {
    const { core, seen, connect } = open()
    connect()
    await until(() => phaseOf(core), 'live')
    hub.process.kill('SIGSTOP')
    const stoppedAt = Date.now()
    // Given before anybody can know that the hub is silent.
    const early = outOfService(1)
    expect(await core.command(early)).toEqual({ result: 'pending' })
    expect(Date.now() - stoppedAt).toBeLessThan(400)
    await until(() => phaseOf(core), 'lost')
    // A beat may have come up to a second before the stop; the silence counts from the last word.
    expect(Date.now() - stoppedAt).toBeLessThan(3_000)
    expect(core.link()).toMatchObject({ said: { text: expect.stringContaining('silent since') } })
    const late = outOfService(2)
    expect(await core.command(late)).toEqual({ result: 'pending' })
    hub.process.kill('SIGCONT')
    await until(() => phaseOf(core), 'live')
    await until(() => seen.settled.length, 2)
    expect(seen.settled.map(({ commandId, reply }) => [commandId, reply.result])).toEqual([
      [early.commandId, 'ok'],
      [late.commandId, 'ok'],
    ])
    const caused = (await hubJournal()).map(({ cause }) => cause)
    for (const { commandId } of [early, late])
      expect(caused.filter((cause) => cause === commandId)).toHaveLength(1)
  })

  it('is back within a second of a hub that was killed, with every entry once and the outbox sent', async () => {
    const { core, seen, connect } = open()
    connect()
    await until(() => phaseOf(core), 'live')
    const port = Number(new URL(hub.http).port)
    hub.process.kill('SIGKILL')
    await until(() => phaseOf(core), 'lost', 1_000)
    const given = [3, 4, 5].map((at) => outOfService(at))
    for (const one of given) expect(await core.command(one)).toEqual({ result: 'pending' })
    expect(core.withdraw(given[2]?.commandId ?? '')).toBe(true)
    hub = await runHub(hubData, port)
    const upAt = Date.now()
    await until(() => phaseOf(core), 'live')
    expect(Date.now() - upAt).toBeLessThan(2_000)
    await until(() => seen.settled.length, 2)
    const journal = await hubJournal()
    await until(() => core.room().seq, journal.length)
    const caused = journal.map(({ cause }) => cause)
    expect(
      given.map(({ commandId }) => caused.filter((cause) => cause === commandId).length),
    ).toEqual([1, 1, 0])
    const seqs = seen.entries.map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.map((_, at) => (seqs[0] ?? 0) + at))
    await until(() => core.journal.state().seq, journal.length)
    expect(core.journal.state().fault).toBeNull()
  })

  /** A panel reports a hold-up; gives the alarm once the console shows it. */
  const holdUp = async (core: ConsoleCore, account: string): Promise<string> => {
    const frame = {
      token: 'SIA-DCS',
      sequence: '0001',
      receiver: null,
      prefix: '0',
      account,
    } as const
    const line = createConnection(hub.dc09.tcp, '127.0.0.1')
    line.end(encodeFrame({ ...frame, data: `#${account}|Nri1/HA001` }))
    const siteId = core.room().accounts.get(account) ?? ''
    const raised = () => core.room().openAlarms.get(openAlarmKey(siteId, 'hold-up'))
    await until(() => raised() !== undefined, true)
    return raised() ?? ''
  }
  const takeAndSend = (alarmId: string, teamId: string) => {
    const incidentId = `incident-of-${alarmId}`
    return [
      envelope({ type: 'acknowledge-alarm', alarmId, incidentId }),
      envelope({
        type: 'dispatch-team',
        incidentId,
        alarmId,
        teamId,
        assignmentId: `run-of-${alarmId}`,
        reason: nearest,
      }),
    ] as const
  }
  const accounts = demoRegion().sites.map(({ account }) => account)

  it('does what was asked while the hub was away: the alarm is taken, and the team goes to its incident', async () => {
    const { core, seen, connect } = open()
    connect()
    await until(() => phaseOf(core), 'live')
    const alarmId = await holdUp(core, accounts[0] ?? '')
    hub.process.kill('SIGSTOP')
    await until(() => phaseOf(core), 'lost')
    const before = core.room()
    const [take, send] = takeAndSend(alarmId, teamIds[40] ?? '')
    expect(await core.command(take)).toEqual({ result: 'pending' })
    expect(await core.command(send)).toEqual({ result: 'pending' })
    // The room of the hub, of which snapshots, replays and hashes are made, knows nothing of it.
    expect(core.room()).toBe(before)
    hub.process.kill('SIGCONT')
    await until(() => seen.settled.length, 2)
    expect(seen.settled.map(({ reply }) => reply.result)).toEqual(['ok', 'ok'])
    await until(
      () => core.room().assignments.get(`run-of-${alarmId}`)?.incidentId,
      `incident-of-${alarmId}`,
    )
    await until(() => seen.pending.at(-1)?.length, 0)
    const caused = (await hubJournal()).filter(
      ({ cause }) => cause === take.commandId || cause === send.commandId,
    )
    expect(caused.map(({ type }) => type)).toEqual([
      'alarm-acknowledged',
      'incident-opened',
      'team-dispatched',
    ])
  })

  it('does two commands in the order given that are handed over in one moment', async () => {
    const { core, connect } = open()
    connect()
    await until(() => phaseOf(core), 'live')
    const [take, send] = takeAndSend(await holdUp(core, accounts[1] ?? ''), teamIds[41] ?? '')
    const outcomes = await Promise.all([core.command(take), core.command(send)])
    expect(outcomes.every(({ result }) => result !== 'refused')).toBe(true)
    await until(() => core.room().teams.get(teamIds[41] ?? '')?.phase, 'assigned')
  })

  it('answers a command faster than anybody can notice', async () => {
    const { core, seen, connect } = open()
    connect()
    await until(() => phaseOf(core), 'live')
    const times: number[] = []
    for (let at = 10; at < 30; at++) {
      const before = performance.now()
      const { commandId, ...rest } = outOfService(at)
      await core.command({ commandId, ...rest })
      await until(() => seen.entries.at(-1)?.cause, commandId)
      times.push(performance.now() - before)
    }
    times.sort((a, b) => a - b)
    expect(times[10]).toBeLessThan(100)
  })
})
