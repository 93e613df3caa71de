import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Problem } from '../../shared/wire/sessions'

/**
 * Answers on a bare connection that has no request to answer: the request was broken, or asked for
 * a WebSocket.
 */
export function answerRaw(socket: Duplex, status: number, problem: Problem): void {
  const body = JSON.stringify(problem)
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}
