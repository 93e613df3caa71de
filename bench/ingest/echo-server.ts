import { createServer } from 'node:net'
import { encodeFrame } from '../../shared/dc09/encode'
import { accounts, sequenceOf } from './frames'

/*
 * The floor: a server that answers every piece it reads with an ACK as long as the hub's, and neither checks nor stores
 * anything. The ACKs are made beforehand, one per sequence, so that the sender finds its own in them.
 */
const [account = ''] = accounts
const acks = new Map(
  Array.from({ length: 9_999 }, (_, round) => {
    const sequence = sequenceOf(round)
    return [sequence, encodeFrame({ token: 'ACK', sequence, receiver: null, prefix: '0', account })] as const
  }),
)
/** Where the sequence of an ADM-CID frame stands: behind LF, CRC, length and token. */
const sequenceAt = 18

const server = createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
  socket.on('data', (chunk: Buffer) => {
    socket.write(acks.get(chunk.toString('latin1', sequenceAt, sequenceAt + 4)) ?? '\r')
  })
  socket.on('end', () => socket.end())
  socket.on('error', () => {})
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: address !== null && typeof address === 'object' ? address.port : 0 })
})
