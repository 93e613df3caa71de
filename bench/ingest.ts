import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { openSecrets } from '../hub/secrets/secrets'
import { ratio } from './figures'
import { measureBurst } from './ingest/burst'
import { accounts, benchKey } from './ingest/frames'
import type { Job, LoadResult } from './ingest/load'
import {
  type HubStart,
  type HubTarget,
  preparePanels,
  startFloor,
  startHub,
  type Target,
} from './ingest/processes'

/** Connections that wait for each ACK. */
const connections = 8
const warmUp = 3
const seconds = 5
/** More than can be sent in the time. */
const most = { floor: 1_000_000, hub: 200_000 }
/** Work left over from the start (hashing the users' passwords) is done after this time, ms. */
const rest = 3_000

type Measured = LoadResult & {
  /**
   * Processor time of all threads of the receiving process, including kernel time, µs per signal.
   */
  readonly cpuPerSignal: number
}

const jobFor = ({ port }: Target, job: Partial<Job>): Job => ({
  port,
  connections,
  mix: 'usual',
  first: 0,
  count: most.hub,
  accounts: accounts.length,
  encrypted: false,
  pace: 'kept',
  warmUp,
  seconds,
  ...job,
})

async function send(target: Target, job: Partial<Job> = {}): Promise<Measured> {
  const panels = await preparePanels(jobFor(target, job))
  const before = await target.usage('usage')
  const result = await panels.go()
  const after = await target.usage('usage')
  return {
    ...result,
    cpuPerSignal: Math.round(((after.cpu - before.cpu) / result.acknowledged) * 10_000_000) / 10,
  }
}

async function onFloor<Result>(work: (floor: Target) => Promise<Result>): Promise<Result> {
  const floor = await startFloor()
  try {
    return await work(floor)
  } finally {
    await floor.stop()
  }
}

async function onHub<Result>(
  start: HubStart,
  work: (hub: HubTarget) => Promise<Result>,
): Promise<Result> {
  const hub = await startHub(start)
  try {
    await sleep(rest)
    return await work(hub)
  } finally {
    await hub.stop()
    hub.remove()
  }
}

/** Accounts with a key; each stays far below the pace an account is kept to. */
const withKey = 2_000
const secretsKey = '11'.repeat(32)

const encryptedHub: HubStart = {
  env: { NAVBATCHI_SECRETS_KEY: secretsKey },
  prepare(data) {
    const surroundings = {
      env: { NAVBATCHI_SECRETS_KEY: secretsKey },
      log: pino({ level: 'silent' }),
    }
    const secrets = openSecrets({ dataDir: data, registry: new Registry(), ...surroundings })
    for (const account of accounts.slice(0, withKey))
      secrets.accountKeys.set(account, { form: 'hex', key: benchKey })
    secrets.close()
  },
}

const pollingAccounts = 19_000
const pollingInterval = 30
/** How long polling is measured, s. */
const pollingTime = 10

/**
 * 19,000 accounts that poll every 30 s, over kept connections or each over a new one: share of one
 * processor.
 */
async function measurePolling(hub: HubTarget) {
  const perSecond = pollingAccounts / pollingInterval
  const polls: Partial<Job> = {
    connections: 50,
    mix: 'polls',
    count: perSecond * pollingTime * 2,
    accounts: pollingAccounts,
    perSecond,
    warmUp: 0,
    seconds: pollingTime,
  }
  const share = async (work: () => Promise<{ readonly acknowledged: number } | undefined>) => {
    const before = await hub.usage('usage')
    const begin = performance.now()
    const result = await work()
    const after = await hub.usage('usage')
    const used = (after.cpu - before.cpu) / ((performance.now() - begin) / 1_000)
    return { cpuShare: Math.round(used * 1_000) / 1_000, acknowledged: result?.acknowledged ?? 0 }
  }
  const keptLines = await preparePanels(jobFor(hub, { ...polls, pace: 'paced' }))
  const newLines = await preparePanels(
    jobFor(hub, { ...polls, first: 10_000, pace: 'fresh-paced' }),
  )
  return {
    accounts: pollingAccounts,
    pollsPerSecond: Math.round(perSecond),
    nobody: await share(() => sleep(pollingTime * 500)),
    kept: await share(keptLines.go),
    fresh: await share(newLines.go),
  }
}

/**
 * Measures how fast the hub receives signals over TCP, each acknowledged when it is durable, with
 * the register of 19,250 sites and the alarm logic on. Compares it with the hub with storing turned
 * off, and with a server that only answers.
 */
export async function benchIngest(): Promise<unknown> {
  const floor = await onFloor((server) => send(server, { count: most.floor }))
  const floorFresh = await onFloor((server) => send(server, { count: most.floor, pace: 'fresh' }))
  const storingNothing = await onHub({ program: 'hub-storing-nothing.ts' }, send)
  const plain = await onHub({}, async (hub) => ({
    usual: await send(hub),
    over64: await send(hub, { first: most.hub, connections: 64 }),
    fresh: await send(hub, { first: 2 * most.hub, pace: 'fresh' }),
  }))
  const alarms = await onHub({}, (hub) => send(hub, { mix: 'alarms' }))
  const encrypted = await onHub(encryptedHub, (hub) =>
    send(hub, { encrypted: true, accounts: withKey }),
  )
  const burst = await measureBurst()
  const polling = await onHub({}, measurePolling)
  return {
    bench: 'ingest',
    unit: { perSecond: 'signals/s', ack: 'ms', cpuPerSignal: 'µs' },
    connections,
    floor,
    floorFresh,
    storingNothing,
    usual: plain.usual,
    usualOver64Connections: plain.over64,
    newConnectionPerFrame: plain.fresh,
    alarms,
    encryptedAes128: encrypted,
    ratios: {
      usualToStoringNothing: ratio(plain.usual.perSecond, storingNothing.perSecond),
      usualToFloor: ratio(plain.usual.perSecond, floor.perSecond),
      freshToFloor: ratio(plain.fresh.perSecond, floorFresh.perSecond),
    },
    burst,
    polling,
    goals: {
      usual: { perSecond: 20_000, ackP99: 10 },
      encryptedAes128: 12_000,
      newConnectionPerFrame: 6_000,
      burst: { lost: 0, outOfOrder: 0, holdUpOffered: 100 },
    },
  }
}
