import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { afterEach, describe, expect, it } from 'vitest'
import type { LinkRefusal } from '../../../shared/wire/console-feed'
import { silentLog } from '../log'
import { connectBySocketIo } from './hub-socket'
import type { HubSocket } from './hub-socket-port'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** A hub that says goodbye as told, and the console's connection to it. */
async function linked() {
  const http = createServer()
  const server = new Server(http)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const heard: string[] = []
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const note = (text: string) => void heard.push(text)
  const nothing = () => {}
  const socket: HubSocket = connectBySocketIo(silentLog)(
    url,
    () => ({ token: 'token', have: null }),
    {
      ...{
        welcome: nothing,
        beat: nothing,
        snapshot: nothing,
        entries: nothing,
        positions: nothing,
      },
      up: () => note('up'),
      down: ({ text }) => note(`down: ${text}`),
      refused: ({ code }) => {
        note(`refused: ${code}`)
        socket.close()
      },
    },
  )
  ends.push(
    () => socket.close(),
    () => server.close(),
  )
  const sayGoodbye = (why: LinkRefusal) => {
    for (const one of server.of('/console').sockets.values()) {
      one.emit('goodbye', why)
      one.disconnect(true)
    }
  }
  server.of('/console')
  return { socket, heard, sayGoodbye }
}
const until = (heard: readonly string[], words: readonly string[]) =>
  expect.poll(() => heard, { timeout: 5_000 }).toEqual(words)

describe('the connection to a hub over socket.io', () => {
  it('says when it is there: until then a silence is only a line that is slow', async () => {
    const { socket, heard } = await linked()
    expect(socket.connected()).toBe(false)
    await until(heard, ['up'])
    expect(socket.connected()).toBe(true)
    socket.reconnect()
    expect(socket.connected()).toBe(false)
    await until(heard, ['up', 'up'])
  })
  it('hands on at once that the session has ended, which is no cut', async () => {
    const { heard, sayGoodbye } = await linked()
    await until(heard, ['up'])
    sayGoodbye({ code: 'session-ended', message: 'This session has ended' })
    await until(heard, ['up', 'refused: session-ended'])
  })
  it('says in the words of the hub why it was put out, and comes back', async () => {
    const { heard, sayGoodbye } = await linked()
    await until(heard, ['up'])
    sayGoodbye({ code: 'too-slow', message: 'This console has read nothing for 30 s' })
    await until(heard, ['up', 'down: This console has read nothing for 30 s', 'up'])
  })
})
