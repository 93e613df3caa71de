import { connectPanelLine } from '../scripts/simulate/panel-line'
import { encodeFrame } from '../shared/dc09/encode'

/**
 * What a panel sends: SIA-DCS data such as `Nri1/BA003`, or Contact ID data such as `1130 01 003`.
 */
export interface PanelMessage {
  readonly token: 'SIA-DCS' | 'ADM-CID'
  readonly account: string
  readonly data: string
  readonly sequence: string
}

/** Sends one DC-09 frame over TCP as a panel would; returns the token of the receiver's reply. */
export async function sendAsPanel(
  port: number,
  { token, account, data, sequence }: PanelMessage,
): Promise<string> {
  const line = await connectPanelLine({ host: '127.0.0.1', port })
  try {
    const frame = encodeFrame({
      token,
      sequence,
      receiver: null,
      prefix: '0',
      account,
      data: `#${account}|${data}`,
    })
    return (await line.send(frame)).token
  } finally {
    line.close()
  }
}
