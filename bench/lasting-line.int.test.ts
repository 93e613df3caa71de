import { createServer, type Socket } from 'node:net'
import { expect, it } from 'vitest'
import { panelFrame } from './background-signals'
import { createLastingLine } from './lasting-line'

it('counts a line that is lost and dials again, and the benchmark goes on', async () => {
  const sockets = new Set<Socket>()
  let calls = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    calls += 1
    socket.on('data', () => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const line = createLastingLine(address !== null && typeof address === 'object' ? address.port : 0)
  expect(await line.send(panelFrame('1001', 'NHA01', 0))).toBe(false)
  expect(await line.send(panelFrame('1001', 'NHA01', 1))).toBe(false)
  expect([line.lost(), calls]).toEqual([2, 2])
  line.close()
  server.close()
})
