import { type ChildProcess, spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeFrame } from '../shared/dc09/encode'
import { demoRegion } from '../shared/demo/demo-region'
import { hubProgram } from '../shared/testing/hub-program'

/** A hub of its own process, so that what is done to it is not done to the test. */
const folder = mkdtempSync(join(tmpdir(), 'navbatchi-abuse-'))
let child: ChildProcess
let http = ''
let port = 0

beforeAll(async () => {
  const ports = ['--http-port', '0', '--dc09-port', '0']
  child = spawn(process.execPath, [hubProgram(), '--data', folder, '--demo', ...ports], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [line] = (await once(createInterface(child.stdout as NodeJS.ReadableStream), 'line')) as [
    string,
  ]
  const ready = JSON.parse(line) as { http: string; dc09: { tcp: number } }
  http = ready.http
  port = ready.dc09.tcp
})
afterAll(async () => {
  child.kill('SIGTERM')
  await once(child, 'exit')
  rmSync(folder, { recursive: true })
})

const metrics = async () => (await fetch(`${http}/metrics`)).text()
const value = (text: string, name: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(name))
      ?.split(' ')
      .at(-1) ?? Number.NaN,
  )
const [{ account = '' } = {}] = demoRegion().sites

let sequence = 0
/** Sends a hold-up from an address of its own and resolves when it is acknowledged. */
async function holdUp(): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.9' })
  const number = String(++sequence).padStart(4, '0')
  const data = `#${account}|1122 01 001`
  socket.write(
    encodeFrame({ token: 'ADM-CID', sequence: number, receiver: null, prefix: '0', account, data }),
  )
  const [answer] = (await once(socket, 'data')) as [Buffer]
  socket.destroy()
  return answer.toString('latin1').includes(`"ACK"${number}`)
    ? 'acknowledged'
    : answer.toString('latin1')
}

describe('A hub', () => {
  it('takes a hold-up while 10,000 connections are opened at once, and says how many it refused', async () => {
    const settled: Promise<unknown>[] = []
    const sockets: Socket[] = Array.from({ length: 10_000 }, () => {
      const socket = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.7' }).on(
        'error',
        () => {},
      )
      settled.push(new Promise((resolve) => socket.once('connect', resolve).once('close', resolve)))
      return socket
    })
    expect(await holdUp()).toBe('acknowledged')
    await Promise.all(settled)
    // Some never reach the hub: the system itself drops what overflows its own queue.
    const told = async (name: string) => value(await metrics(), name)
    await expect.poll(() => told('navbatchi_dc09_connections'), { timeout: 60_000 }).toBe(4_000)
    expect(await told('navbatchi_dc09_hung_up_total{why="too-many-from-source"}')).toBeGreaterThan(
      1_000,
    )
    expect(await holdUp()).toBe('acknowledged')
    for (const socket of sockets) socket.destroy()
    await expect
      .poll(async () => value(await metrics(), 'navbatchi_dc09_connections'), { timeout: 60_000 })
      .toBeLessThan(10)
  }, 180_000)

  it('takes a hold-up while datagrams of nonsense flood it, and keeps a few of them and the count', async () => {
    const before = value(await metrics(), 'navbatchi_journal_seq')
    const flood = createSocket('udp4')
    flood.on('error', () => {})
    const nonsense = Buffer.from('\n0000000AGET / HTTP\r', 'latin1')
    for (let burst = 0; burst < 100; burst++) {
      for (let one = 0; one < 500; one++) flood.send(nonsense, port, '127.0.0.1')
      if (burst === 50) expect(await holdUp()).toBe('acknowledged')
      await new Promise((resume) => setImmediate(resume))
    }
    expect(await holdUp()).toBe('acknowledged')
    await new Promise<void>((closed) => flood.close(() => closed()))
    const text = await metrics()
    expect(value(text, 'navbatchi_journal_seq') - before).toBeLessThan(100)
    expect(value(text, 'navbatchi_quarantine_unkept_total{reason="unreadable"}')).toBeGreaterThan(
      1_000,
    )
  })

  it('takes a hold-up while hundreds of senders drip one byte now and then', async () => {
    const sockets = Array.from({ length: 300 }, () =>
      connect({ port, host: '127.0.0.1', localAddress: '127.0.0.8' }),
    )
    for (const socket of sockets) socket.on('error', () => {})
    await Promise.all(sockets.map((socket) => once(socket, 'connect')))
    for (const byte of ['\n', '0', '0']) for (const socket of sockets) socket.write(byte)
    expect(await holdUp()).toBe('acknowledged')
    expect((await fetch(`${http}/healthz`)).status).toBe(200)
    for (const socket of sockets) socket.destroy()
  })
})
