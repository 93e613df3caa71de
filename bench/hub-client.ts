import { randomUUID } from 'node:crypto'
import type { AnyEntry } from '../shared/journal/entry'
import type { Command } from '../shared/room/commands'
import type { Session } from '../shared/wire/sessions'

export interface HubClient {
  command(command: Command): Promise<void>
  /** The latest alarm raised at this site, read from the journal. */
  alarmRaisedAt(siteId: string): Promise<string | undefined>
  /**
   * How many alarms these sites have raised, and how many sites have theirs in a different order
   * than sent (a burglary first).
   */
  raisedInOrder(
    siteIds: ReadonlySet<string>,
  ): Promise<{ readonly total: number; readonly outOfOrder: number }>
}

const password = process.env.NAVBATCHI_DEMO_PASSWORD ?? 'navbatchi-demo'
const page = 2_000

export async function createHubClient(http: string): Promise<HubClient> {
  const ask = async (path: string, init: RequestInit) => {
    const answer = await fetch(`${http}${path}`, init)
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  const signIn = await ask('/v1/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'demo-officer', password }),
  })
  const { token } = (await signIn.json()) as Session
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }

  const raised = new Map<string, string>()
  const kinds = new Map<string, string[]>()
  let read = 0
  const readOn = async () => {
    for (;;) {
      const answer = await ask(`/v1/journal?after=${read}&limit=${page}`, { headers })
      const lines = (await answer.text()).split('\n').filter((line) => line !== '')
      for (const line of lines) {
        const entry = JSON.parse(line) as AnyEntry
        read = entry.seq
        if (entry.type !== 'alarm-raised') continue
        const data = entry.data as {
          readonly alarmId: string
          readonly siteId: string
          readonly kind: string
        }
        raised.set(data.siteId, data.alarmId)
        kinds.set(data.siteId, [...(kinds.get(data.siteId) ?? []), data.kind])
      }
      if (lines.length < page) return
    }
  }
  return {
    async command(command) {
      const envelope = { commandId: randomUUID(), command, issuedAt: Date.now() }
      await ask('/v1/commands', { method: 'POST', headers, body: JSON.stringify(envelope) })
    },
    async raisedInOrder(siteIds) {
      await readOn()
      const own = [...kinds].filter(([siteId]) => siteIds.has(siteId)).map(([, list]) => list)
      return {
        total: own.reduce((sum, list) => sum + list.length, 0),
        outOfOrder: own.filter((list) => list.length > 1 && list[0] !== 'burglary').length,
      }
    },
    async alarmRaisedAt(siteId) {
      if (!raised.has(siteId)) await readOn()
      return raised.get(siteId)
    },
  }
}
