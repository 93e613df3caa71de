import { createServer } from 'node:net'

/*
 * The floor: a server that answers every piece it reads with an ACK that looks like the hub's and
 * is as long, and neither checks, computes nor stores anything.
 */
/**
 * Behind LF, CRC, length and the token `"ADM-CID"`: sequence, line and account, up to the bracket.
 */
const nameAt = 18

const server = createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
  socket.on('data', (chunk: Buffer) => {
    const name = chunk.toString('latin1', nameAt, chunk.indexOf('[', nameAt))
    socket.write(`\n00000000"ACK"${name}[]\r`, 'latin1')
  })
  socket.on('end', () => socket.end())
  socket.on('error', () => {})
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: address !== null && typeof address === 'object' ? address.port : 0 })
})
