import { connect } from 'node:net'
import { encodeFrame } from '../shared/dc09/encode'

/** What a panel sends: SIA-DCS data such as `Nri1/BA003`, or Contact ID data such as `1130 01 003`. */
export interface PanelMessage {
  readonly token: 'SIA-DCS' | 'ADM-CID'
  readonly account: string
  readonly data: string
  readonly sequence: string
}

/** Sends one DC-09 frame over TCP as a panel would and returns the receiver's answer as text. */
export function sendAsPanel(port: number, message: PanelMessage): Promise<string> {
  const frame = encodeFrame({
    token: message.token,
    sequence: message.sequence,
    receiver: null,
    prefix: '0',
    account: message.account,
    data: `#${message.account}|${message.data}`,
    extended: [],
    timestamp: null,
  })
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(frame))
    socket.setTimeout(10_000, () => socket.destroy(new Error('The receiver did not answer within 10 s')))
    socket.once('data', (answer) => {
      resolve(answer.toString('latin1'))
      socket.end()
    })
    socket.once('error', reject)
  })
}
