import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { openSecrets } from '../hub/secrets/secrets'
import { ratio } from './figures'
import { measureBurst } from './ingest/burst'
import { accounts, benchKey } from './ingest/frames'
import type { Job, LoadResult } from './ingest/load'
import { type HubStart, preparePanels, startFloor, startHub, type Target } from './ingest/processes'

/** Connections that wait for each ACK. */
const connections = 8
const warmUp = 3
const seconds = 6
/** More than can be sent in the time. */
const most = { floor: 1_000_000, hub: 300_000 }
/** What starting leaves behind (the users' passwords are hashed) is over after this, ms. */
const rest = 4_000

type Measured = LoadResult & {
  /** Processor time of all threads of the receiving process, µs a signal; the kernel's part is in it. */
  readonly cpuPerSignal: number
}

async function send(target: Target, job: Partial<Job>): Promise<Measured> {
  const panels = await preparePanels({
    port: target.port,
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
  const before = await target.usage('usage')
  const result = await panels.go()
  const after = await target.usage('usage')
  return { ...result, cpuPerSignal: Math.round(((after.cpu - before.cpu) / result.acknowledged) * 10_000_000) / 10 }
}

async function onFloor(job: Partial<Job>): Promise<Measured> {
  const floor = await startFloor()
  try {
    return await send(floor, { count: most.floor, ...job })
  } finally {
    await floor.stop()
  }
}

async function onHub(start: HubStart, job: Partial<Job>): Promise<Measured> {
  const hub = await startHub(start)
  try {
    await sleep(rest)
    return await send(hub, job)
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
    const surroundings = { env: { NAVBATCHI_SECRETS_KEY: secretsKey }, log: pino({ level: 'silent' }) }
    const secrets = openSecrets({ dataDir: data, registry: new Registry(), ...surroundings })
    for (const account of accounts.slice(0, withKey)) secrets.accountKeys.set(account, { form: 'hex', key: benchKey })
    secrets.close()
  },
}

/** 19,000 accounts that poll every 30 s, over kept connections or each over a new one: share of one processor. */
async function measurePolling() {
  const polling = 19_000
  const perSecond = polling / 30
  const hub = await startHub()
  try {
    await sleep(rest)
    const share = async (job: Partial<Job> | null) => {
      const span = 10
      const panels = job && (await preparePanels({ ...idleJob, port: hub.port, ...job }))
      const before = await hub.usage('usage')
      const begin = performance.now()
      const result = panels ? await panels.go() : await sleep(span * 1_000)
      const after = await hub.usage('usage')
      const used = (after.cpu - before.cpu) / ((performance.now() - begin) / 1_000)
      return { cpuShare: Math.round(used * 1_000) / 1_000, acknowledged: result ? result.acknowledged : 0 }
    }
    const idleJob: Omit<Job, 'port'> = {
      connections: 50,
      mix: 'polls',
      first: 0,
      count: 7_000,
      accounts: polling,
      encrypted: false,
      pace: 'paced',
      perSecond,
      warmUp: 0,
      seconds: 10,
    }
    const nobody = await share(null)
    const kept = await share({})
    const fresh = await share({ first: 7_000, pace: 'fresh-paced' })
    return { accounts: polling, pollsPerSecond: Math.round(perSecond), nobody, kept, fresh }
  } finally {
    await hub.stop()
    hub.remove()
  }
}

/**
 * How fast the hub receives: signals over TCP, each acknowledged when it is durable, with the register of 19,250 sites
 * and the alarm logic on; beside the same with storing turned off, and beside a server that only answers.
 */
export async function benchIngest(): Promise<unknown> {
  const floor = await onFloor({})
  const floorFresh = await onFloor({ pace: 'fresh' })
  const storingNothing = await onHub({ program: 'hub-storing-nothing.ts' }, {})
  const usual = await onHub({}, {})
  const manyConnections = await onHub({}, { connections: 64 })
  const alarms = await onHub({}, { mix: 'alarms' })
  const encrypted = await onHub(encryptedHub, { encrypted: true, accounts: withKey, count: 150_000 })
  const fresh = await onHub({}, { pace: 'fresh', count: 100_000 })
  return {
    bench: 'ingest',
    unit: { perSecond: 'signals/s', ack: 'ms', cpuPerSignal: 'µs' },
    connections,
    floor,
    floorFresh,
    storingNothing,
    usual,
    usualOver64Connections: manyConnections,
    alarms,
    encryptedAes128: encrypted,
    newConnectionPerFrame: fresh,
    ratios: {
      usualToStoringNothing: ratio(usual.perSecond, storingNothing.perSecond),
      usualToFloor: ratio(usual.perSecond, floor.perSecond),
      freshToFloor: ratio(fresh.perSecond, floorFresh.perSecond),
    },
    burst: await measureBurst(),
    polling: await measurePolling(),
    goals: {
      usual: { perSecond: 20_000, ackP99: 10 },
      encryptedAes128: 12_000,
      newConnectionPerFrame: 6_000,
      burst: { lost: 0, outOfOrder: 0, holdUpOffered: 100 },
    },
  }
}
