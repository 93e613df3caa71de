import { type IncomingMessage, request } from 'node:http'
import type { Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemActor } from '../shared/accounts/actor'
import { site, sites } from '../shared/testing/builders'
import { connectConsole } from './feed/testing/clients'
import { type Doors, openDoors } from './feed/testing/doors'
import { pageBytes } from './reading/reading-turns'

/*
 * Readers as a weapon: somebody with a trainer's token asks for the past from many connections and
 * reads none of it.
 */

/** Sites of 500 a time, as an import makes them: some 170 kB an entry. */
const anImport = sites(...Array.from({ length: 500 }, (_, at) => site(`site-${at}`)))
/** More than the system's own buffers take of an answer that nobody reads. */
const entries = 120

let hub: Doors
const sockets: Socket[] = []
beforeEach(async () => {
  hub = await openDoors()
  for (let batch = 0; batch < entries; batch++)
    await hub.keeper.record(() => [anImport], systemActor)
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await hub.close()
})

const soon = (look: () => void) => vi.waitFor(look, { timeout: 10_000, interval: 10 })

/** Asks for the whole journal and takes nothing of the answer but its first line. */
function downloadUnread(token: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request(`${hub.url}/v1/journal?limit=1000000`, {
      headers: { authorization: `Bearer ${token}` },
    })
    asked.on('response', (response) => {
      response.pause()
      resolve(response)
    })
    asked.on('socket', (socket) => sockets.push(socket))
    asked.on('error', reject)
    asked.end()
  })
}

const wholeOf = async (answer: IncomingMessage) => {
  let bytes = 0
  for await (const piece of answer) bytes += (piece as Buffer).length
  return bytes
}

describe('Who reads the past', () => {
  it('may download it twice at a time; the third is told to wait', async () => {
    const token = await hub.token('trainer')
    const answers = []
    for (let at = 0; at < 12; at++) answers.push((await downloadUnread(token)).statusCode)
    expect(answers.filter((status) => status === 200)).toHaveLength(2)
    expect(answers.filter((status) => status === 429)).toHaveLength(10)
  })

  it('and takes nothing of it is cut off after half a minute', async () => {
    const answer = await downloadUnread(await hub.token('trainer'))
    expect(answer.statusCode).toBe(200)
    // Time goes on until the answer has stood still for half a minute.
    let cutOff = false
    answer.once('close', () => {
      cutOff = true
    })
    for (let turns = 0; turns < 20; turns++) {
      await new Promise((resume) => setTimeout(resume, 20))
      hub.clock.advance(10_000)
    }
    await expect(wholeOf(answer)).rejects.toThrow('aborted')
    expect(cutOff).toBe(true)
  })

  it('gets pages that are bounded in bytes, however many entries are asked for', async () => {
    const { socket, welcome } = connectConsole(hub.url, {
      token: await hub.token('trainer'),
      have: null,
    })
    await soon(() => expect(welcome()).not.toBeNull())
    const answer = (await socket.emitWithAck('history', { after: 3, limit: 2_000 })) as Uint8Array
    const page = JSON.parse(Buffer.from(answer).toString('utf8')) as { seq: number }[]
    expect(page[0]?.seq).toBe(4)
    expect(page.length).toBeLessThan(entries)
    expect(answer.byteLength).toBeLessThanOrEqual(pageBytes)
    socket.disconnect()
  })

  it('gets the whole journal, page after page, as it is', async () => {
    const answer = await fetch(`${hub.url}/v1/journal?limit=1000000`, {
      headers: { authorization: `Bearer ${await hub.token('trainer')}` },
    })
    const lines = (await answer.text()).split('\n').slice(0, -1)
    expect(lines.map((line) => JSON.parse(line))).toEqual(await hub.keeper.read(0, 1_000))
  })
})
