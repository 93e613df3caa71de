import { expect, it } from 'vitest'
import type { PendingCommand, SettledCommand } from '../../../shared/ipc/contract'
import type { Envelope } from '../../../shared/room/commands'
import { officer } from '../../../shared/testing/builders'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import type { CommandReply } from '../../../shared/wire/console-feed'
import { silentLog } from '../log'
import { createOutbox, type Signature } from './outbox'
import type { OutboxStore } from './outbox-store'

export const note = (id: string): Envelope => ({
  commandId: id,
  command: { type: 'add-note', incidentId: 'i1', noteId: `note-${id}`, text: 'Seen' },
  issuedAt: 5,
})
export const ok = (seq: number): CommandReply => ({ result: 'ok', seq, notice: null })
export const me: Signature = { unit: 'unit-1', by: officer }

export function outboxOn(store: OutboxStore) {
  const clock = createManualClock()
  const sent: {
    readonly id: string
    readonly answer: (reply: CommandReply) => void
    readonly cut: () => void
  }[] = []
  const pending: (readonly PendingCommand[])[] = []
  const settled: SettledCommand[] = []
  const room = { seq: Number.POSITIVE_INFINITY }
  const outbox = createOutbox({
    store,
    clock,
    log: silentLog,
    send: (envelope) =>
      new Promise((answer, reject) => {
        sent.push({ id: envelope.commandId, answer, cut: () => reject(new Error('cut')) })
      }),
    roomSeq: () => room.seq,
    onPending: (list) => pending.push(list),
    onSettled: (command) => settled.push(command),
  })
  return { clock, outbox, room, sent, pending, settled, ids: () => sent.map(({ id }) => id) }
}

export const turn = async (): Promise<void> => {
  for (let step = 0; step < 20; step++) await Promise.resolve()
}

export function outboxPromises(open: () => OutboxStore): void {
  it('keeps what is given while the hub is away, in order, and sends each once on its return', async () => {
    const { outbox, sent, ids, settled } = outboxOn(open())
    outbox.linkUp(me)
    outbox.linkDown()
    expect(await outbox.give(note('c1'))).toEqual({ result: 'pending' })
    expect(await outbox.give(note('c2'))).toEqual({ result: 'pending' })
    expect(ids()).toEqual([])
    outbox.linkUp(me)
    expect(ids()).toEqual(['c1'])
    sent[0]?.answer(ok(7))
    await turn()
    sent[1]?.answer({
      result: 'refused',
      refusal: { code: 'x', params: {}, text: 'No longer fits' },
    })
    await turn()
    expect(ids()).toEqual(['c1', 'c2'])
    expect(settled.map(({ commandId, reply }) => [commandId, reply.result])).toEqual([
      ['c1', 'ok'],
      ['c2', 'refused'],
    ])
    expect(outbox.pending()).toEqual([])
  })
  it('still has them after a restart', async () => {
    const store = open()
    const before = outboxOn(store)
    before.outbox.linkUp(me)
    before.outbox.linkDown()
    await before.outbox.give(note('c1'))
    await before.outbox.give(note('c2'))
    const after = outboxOn(store)
    expect(after.outbox.pending().map(({ commandId }) => commandId)).toEqual(['c1', 'c2'])
    after.outbox.linkUp(me)
    after.sent[0]?.answer(ok(1))
    await turn()
    expect(after.ids()).toEqual(['c1', 'c2'])
    expect(store.all().map(({ envelope }) => envelope.commandId)).toEqual(['c2'])
  })
  it('sends a command again under the same id when its answer was cut off', async () => {
    const { outbox, sent, ids, clock } = outboxOn(open())
    outbox.linkUp(me)
    const outcome = outbox.give(note('c1'))
    sent[0]?.cut()
    outbox.linkDown()
    expect(await outcome).toEqual({ result: 'pending' })
    await turn()
    outbox.linkUp(me)
    clock.advance(1_000)
    expect(ids()).toEqual(['c1', 'c1'])
  })
  it('takes back what was never sent, and nothing else', async () => {
    const { outbox, sent, ids } = outboxOn(open())
    outbox.linkUp(me)
    const first = outbox.give(note('c1'))
    outbox.linkDown()
    await first
    await outbox.give(note('c2'))
    expect(outbox.withdraw('c1')).toBe(false)
    expect(outbox.withdraw('c2')).toBe(true)
    expect(outbox.withdraw('c2')).toBe(false)
    outbox.linkUp(me)
    sent[0]?.answer(ok(1))
    await turn()
    expect(ids()).toEqual(['c1'])
  })
}
