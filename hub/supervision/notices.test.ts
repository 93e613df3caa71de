import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { hubSignal } from '../../shared/codes/hub-codes'
import type { Entry } from '../../shared/room/events'
import type { Signal } from '../../shared/signals/signal'
import { NotStored } from '../keeper/keeper-port'
import { createNotices } from './notices'

const settle = async () => {
  for (let turn = 0; turn < 3; turn++) await setImmediate()
}

/** A reception that answers when it is told to. */
function openReception() {
  const waiting: {
    readonly account: string
    resolve(entries: readonly Entry[]): void
    reject(error: Error): void
  }[] = []
  const taken: string[] = []
  return {
    taken,
    take: ([signal]: readonly Signal[]) =>
      new Promise<readonly Entry[]>((resolve, reject) => {
        taken.push(signal?.account ?? '')
        waiting.push({ account: signal?.account ?? '', resolve, reject })
      }),
    async store() {
      for (const { resolve } of waiting.splice(0)) resolve([])
      await settle()
    },
    async refuse() {
      for (const { reject } of waiting.splice(0)) reject(new NotStored('full'))
      await settle()
    },
  }
}
const silent = (account: string): Signal =>
  hubSignal('SILENT', { signalId: `s-${account}`, account, over: false })
/** Holds as long as `holds` says. */
const notice = (account: string, holds: () => boolean = () => true) => ({
  key: account,
  say: () => (holds() ? silent(account) : null),
})

describe('Notices', () => {
  it('go to reception fifty at a time', async () => {
    const reception = openReception()
    const notices = createNotices(reception.take)
    for (let n = 0; n < 120; n++) notices.add(notice(`A${n}`))
    expect(reception.taken).toHaveLength(50)
    await reception.store()
    expect(reception.taken).toHaveLength(100)
    await reception.store()
    expect(reception.taken).toHaveLength(120)
  })

  it('are judged when their turn comes', () => {
    const reception = openReception()
    const notices = createNotices(reception.take)
    notices.add(notice('A1', () => false))
    expect(reception.taken).toEqual([])
  })

  it('of one key are on their way once, and judged again a tick after', async () => {
    const reception = openReception()
    const notices = createNotices(reception.take)
    let holds = true
    const one = notice('A1', () => holds)
    notices.add(one)
    notices.add(one)
    notices.again()
    expect(reception.taken).toEqual(['A1'])
    await reception.store()
    notices.again()
    expect(reception.taken).toEqual(['A1', 'A1'])
    holds = false
    await reception.store()
    notices.again()
    notices.again()
    expect(reception.taken).toEqual(['A1', 'A1'])
  })

  it('that cannot be stored are tried again once a tick, and hold the others back', async () => {
    const reception = openReception()
    const notices = createNotices(reception.take)
    for (let n = 0; n < 60; n++) notices.add(notice(`A${n}`))
    await reception.refuse()
    notices.add(notice('B1'))
    expect(reception.taken).toHaveLength(50)
    notices.again()
    expect(reception.taken).toHaveLength(100)
    await reception.store()
    expect(reception.taken).toHaveLength(111)
    expect(new Set(reception.taken).size).toBe(61)
  })

  it('are given up at the end', async () => {
    const reception = openReception()
    const notices = createNotices(reception.take)
    for (let n = 0; n < 60; n++) notices.add(notice(`A${n}`))
    notices.stop()
    await reception.store()
    notices.again()
    expect(reception.taken).toHaveLength(50)
  })
})
