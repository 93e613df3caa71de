import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../../node/system-clock'
import { type Beacon, createBeacon } from './beacon'
import { decodeRelay } from './beacon-codec'
import { serialLine } from './serial-line'

/** A pair of serial ports joined by a cable, as socat makes them (the set-up installs it). */
async function cable(folder: string): Promise<ChildProcess> {
  const ends = ['console', 'board'].map((end) => `pty,raw,echo=0,link=${join(folder, end)}`)
  const socat = spawn('socat', ['-d', '-d', ...ends], { stdio: ['ignore', 'ignore', 'pipe'] })
  await new Promise<void>((resolve, reject) => {
    socat.once('error', () => reject(new Error('socat is missing: apt-get install socat')))
    socat.stderr?.on(
      'data',
      (text) => String(text).includes('starting data transfer loop') && resolve(),
    )
  })
  return socat
}

/** The far end, read as a relay board would. */
function board(path: string) {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY)
  let bytes = Buffer.alloc(0)
  let open = true
  return {
    read() {
      const chunk = Buffer.alloc(4_096)
      try {
        bytes = Buffer.concat([bytes, chunk.subarray(0, readSync(file, chunk))])
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      }
      return decodeRelay(bytes)
    },
    close() {
      if (open) closeSync(file)
      open = false
    },
  }
}

const until = (what: () => boolean) =>
  expect.poll(what, { timeout: 10_000, interval: 2 }).toBe(true)

describe('the beacon on a serial line', () => {
  let folder: string
  let socat: ChildProcess
  let relay: ReturnType<typeof board>
  let beacon: Beacon
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'navbatchi-beacon-'))
    socat = await cable(folder)
    relay = board(join(folder, 'board'))
    const path = join(folder, 'console')
    beacon = createBeacon({
      clock: systemClock,
      path,
      open: serialLine(path, 9_600),
      onState: () => {},
    })
    await until(() => beacon.state().phase === 'ready')
  })
  afterEach(async () => {
    await beacon.stop()
    relay.close()
    socat.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  const last = () => relay.read().at(-1)?.on

  it('turns the relay on and off as it is wanted', async () => {
    for (const on of [true, false, true, false, true]) {
      beacon.want(on)
      await until(() => last() === on)
    }
  })
  it('turns it off when the console ends', async () => {
    beacon.want(true)
    await until(() => last() === true)
    await beacon.stop()
    // What was written arrives at the other end of the cable a moment later.
    await until(() => last() === false)
  })
  it('finds it again after the cable was pulled, in the state that is wanted now', async () => {
    relay.close()
    socat.kill()
    await until(() => beacon.state().phase === 'failed')
    beacon.want(true)
    socat = await cable(folder)
    relay = board(join(folder, 'board'))
    await until(() => last() === true)
    // The relay hears the frame a moment before the port says that it was written.
    await until(() => beacon.state().phase === 'ready')
    expect(beacon.state()).toMatchObject({ phase: 'ready', on: true })
  })
})
