import { io, type Socket } from 'socket.io-client'
import type { AnyEntry } from '../../shared/journal/entry'
import type { ConsoleToHub, HubToConsole } from '../../shared/wire/console-feed'
import type { Session } from '../../shared/wire/sessions'

/** A duty console as the hub sees it, which records when each entry arrived. */
export interface BenchConsole {
  /**
   * Resolves with the instant (performance.now) at which a matching entry arrived, including past
   * ones.
   */
  cameAt(fits: (entry: AnyEntry) => boolean): Promise<number>
  count(): number
  close(): void
}

export async function openConsole(http: string): Promise<BenchConsole> {
  const answer = await fetch(`${http}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'demo-officer', password: 'navbatchi-demo' }),
  })
  if (!answer.ok) throw new Error(`No session: ${answer.status}`)
  const { token } = (await answer.json()) as Session
  const socket: Socket<HubToConsole, ConsoleToHub> = io(`${http}/console`, {
    transports: ['websocket'],
    auth: { token, have: null },
    reconnection: false,
  })
  const came: { readonly entry: AnyEntry; readonly at: number }[] = []
  const waiting = new Set<() => void>()
  socket.on('entries', (entries) => {
    const at = performance.now()
    for (const entry of entries) came.push({ entry, at })
    for (const look of waiting) look()
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('snapshot', () => resolve())
    socket.once('connect_error', reject)
  })
  return {
    cameAt: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const found = came.find(({ entry }) => fits(entry))
          if (found === undefined) return
          waiting.delete(look)
          resolve(found.at)
        }
        waiting.add(look)
        look()
      }),
    count: () => came.length,
    close: () => void socket.close(),
  }
}
