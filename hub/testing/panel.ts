import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Cipher } from '../../shared/dc09/cipher'
import { decipherFrame } from '../../shared/dc09/decipher'
import { decodeFrame } from '../../shared/dc09/decode-frame'
import { encodeFrame } from '../../shared/dc09/encode'
import type { Frame } from '../../shared/dc09/frame'
import { createFrameSplitter } from '../../shared/dc09/frame-splitter'
import { lenient } from '../../shared/dc09/tolerances'

/** An answer as the panel sees it: `ACK 0001`, or the whole text where that matters. */
export interface Answer {
  /** `ACK 0001`, `NAK 0000`; for an encrypted one `*ACK 0001`. */
  readonly word: string
  readonly frame: Frame
}

/** A panel's side of DC-09, over either transport. */
export interface Panel {
  /**
   * Sends frames as one piece, followed by a poll of an account the hub knows. It waits for the
   * poll's own answer and `expected` others. Whatever is still unanswered by then was met with
   * silence.
   */
  ask(frames: readonly Uint8Array[], expected?: number): Promise<readonly Answer[]>
  write(bytes: Uint8Array): void
  next(): Promise<Answer>
  close(): void
}

/** A registered account. The polls that end each exchange come from it. */
export const pollAccount = 'FACE'

function exchange(write: (bytes: Uint8Array) => void, close: () => void) {
  const answers: Answer[] = []
  let wake = () => {}
  let polls = 0
  const next = async (): Promise<Answer> => {
    while (answers.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    return answers.shift() as Answer
  }
  const panel: Panel = {
    write,
    next,
    close,
    async ask(frames, expected = 0) {
      const sequence = String((polls++ % 9_999) + 1).padStart(4, '0')
      const poll = encodeFrame({
        token: 'NULL',
        sequence,
        receiver: 'ACE',
        prefix: 'ACE',
        account: pollAccount,
      })
      for (const bytes of [...frames, poll]) write(bytes)
      const told: Answer[] = []
      for (let polled = false; !polled || told.length < expected; ) {
        const answer = await next()
        if (answer.frame.receiver === 'ACE') polled = true
        else told.push(answer)
      }
      return told
    },
  }
  return {
    panel,
    hear(bytes: Uint8Array) {
      const frame = decodeFrame(bytes, lenient)
      if (frame.kind !== 'frame')
        throw new Error(`The hub answered what is no frame: ${frame.detail}`)
      answers.push({ word: `${frame.encrypted ? '*' : ''}${frame.token} ${frame.sequence}`, frame })
      wake()
    },
  }
}

export async function dialPanel(port: number): Promise<Panel> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.setNoDelay(true)
  socket.on('error', () => {})
  const splitter = createFrameSplitter()
  const { panel, hear } = exchange(
    (bytes) => socket.write(bytes),
    () => socket.destroy(),
  )
  socket.on('data', (chunk: Buffer) => {
    for (const item of splitter.push(chunk)) hear(item.bytes)
  })
  return panel
}

export async function datagramPanel(port: number): Promise<Panel> {
  const socket = createSocket('udp4')
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { panel, hear } = exchange(
    (bytes) => socket.send(bytes, port, '127.0.0.1'),
    () => socket.close(),
  )
  socket.on('message', (bytes: Buffer) => hear(new Uint8Array(bytes)))
  return panel
}

export function openAnswer({ frame }: Answer, cipher: Cipher): Frame {
  const clear = decipherFrame(frame, cipher)
  if (clear.kind !== 'frame') throw new Error(clear.detail)
  return clear
}
