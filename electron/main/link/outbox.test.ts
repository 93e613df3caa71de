import { describe, expect, it } from 'vitest'
import { officer2 } from '../../../shared/testing/builders'
import type { CommandReply } from '../../../shared/wire/console-feed'
import { me, note, ok, outboxOn, outboxPromises, turn } from './outbox-contract'
import { createMemoryOutboxStore } from './outbox-store'

const refusal = (code: string): CommandReply => ({
  result: 'refused',
  refusal: { code, params: {}, text: 'Not now' },
})

describe('the outbox', () => {
  outboxPromises(createMemoryOutboxStore)

  it('answers with the word of the hub while the hub is there', async () => {
    const { outbox, sent, pending } = outboxOn(createMemoryOutboxStore())
    outbox.linkUp(me)
    const outcome = outbox.give(note('c1'))
    sent[0]?.answer(ok(3))
    expect(await outcome).toEqual(ok(3))
    expect(pending.flat().every(({ state }) => state === 'under-way')).toBe(true)
    expect(outbox.pending()).toEqual([])
  })
  it('says "pending" when the hub takes longer than a blink, and what became of it later', async () => {
    const { outbox, sent, settled, clock, pending } = outboxOn(createMemoryOutboxStore())
    outbox.linkUp(me)
    const outcome = outbox.give(note('c1'))
    clock.advance(300)
    expect(await outcome).toEqual({ result: 'pending' })
    expect(pending.at(-1)).toMatchObject([
      { commandId: 'c1', type: 'add-note', issuedAt: 5, state: 'sent' },
    ])
    sent[0]?.answer(ok(3))
    await turn()
    expect(settled).toMatchObject([
      { commandId: 'c1', type: 'add-note', issuedAt: 5, reply: ok(3) },
    ])
  })
  it('sends one at a time, so that a command never overtakes the one before', () => {
    const { outbox, ids } = outboxOn(createMemoryOutboxStore())
    outbox.linkUp(me)
    void outbox.give(note('c1'))
    void outbox.give(note('c2'))
    expect(ids()).toEqual(['c1'])
  })
  it('refuses while nobody is signed in', async () => {
    const { outbox } = outboxOn(createMemoryOutboxStore())
    expect(await outbox.give(note('c1'))).toMatchObject({ refusal: { code: 'not-signed-in' } })
    outbox.linkUp(me)
    outbox.signedOut()
    expect(await outbox.give(note('c2'))).toMatchObject({ refusal: { code: 'not-signed-in' } })
  })
  it('never sends in the name of another officer, nor to another unit', async () => {
    const { outbox, ids, settled } = outboxOn(createMemoryOutboxStore())
    outbox.linkUp(me)
    outbox.linkDown()
    await outbox.give(note('c1'))
    outbox.linkUp({ ...me, unit: 'unit-2' })
    expect(ids()).toEqual([])
    outbox.linkDown()
    outbox.linkUp({ unit: 'unit-1', by: officer2 })
    await turn()
    expect(ids()).toEqual([])
    expect(settled[0]).toMatchObject({
      commandId: 'c1',
      command: note('c1').command,
      by: me.by,
      reply: { refusal: { code: 'given-by-another' } },
    })
  })
  it('lets the officer act on a full disk while the hub is there, and says so while it is not', async () => {
    const full = {
      ...createMemoryOutboxStore(),
      add: () => {
        throw new Error('disk full')
      },
    }
    const { outbox, sent } = outboxOn(full)
    outbox.linkUp(me)
    const outcome = outbox.give(note('c1'))
    sent[0]?.answer(ok(3))
    expect(await outcome).toEqual(ok(3))
    outbox.linkDown()
    expect(await outbox.give(note('c2'))).toMatchObject({ refusal: { code: 'outbox-full' } })
  })
  it.each(['not-stored', 'too-fast', 'internal'])(
    'keeps a command the hub just cannot take (%s), and sends it again after a rest',
    async (code) => {
      const { outbox, sent, ids, settled, clock } = outboxOn(createMemoryOutboxStore())
      outbox.linkUp(me)
      const outcome = outbox.give(note('c1'))
      sent[0]?.answer(refusal(code))
      await turn()
      void outbox.give(note('c2'))
      expect(ids()).toEqual(['c1'])
      clock.advance(1_000)
      expect(await outcome).toEqual({ result: 'pending' })
      expect(ids()).toEqual(['c1', 'c1'])
      sent[1]?.answer(ok(3))
      await turn()
      expect(settled).toMatchObject([{ commandId: 'c1', reply: ok(3) }])
      expect(ids()).toEqual(['c1', 'c1', 'c2'])
    },
  )
  it('does not let a command on which the hub always fails hold up the others', async () => {
    const { outbox, sent, ids, settled, clock } = outboxOn(createMemoryOutboxStore())
    outbox.linkUp(me)
    void outbox.give(note('c1'))
    void outbox.give(note('c2'))
    for (let attempt = 0; attempt < 5; attempt++) {
      sent[attempt]?.answer(refusal('internal'))
      await turn()
      clock.advance(1_000)
    }
    expect(settled).toMatchObject([{ commandId: 'c1', reply: { refusal: { code: 'internal' } } }])
    expect(ids().at(-1)).toBe('c2')
  })
  it('keeps what a session that ended could not give until somebody signs in', async () => {
    const { outbox, sent, ids, settled, clock } = outboxOn(createMemoryOutboxStore())
    outbox.linkUp(me)
    const outcome = outbox.give(note('c1'))
    sent[0]?.answer(refusal('session-ended'))
    await turn()
    clock.advance(60_000)
    expect(await outcome).toEqual({ result: 'pending' })
    expect(ids()).toEqual(['c1'])
    expect(settled).toEqual([])
    outbox.signedOut()
    outbox.linkUp(me)
    expect(ids()).toEqual(['c1', 'c1'])
  })
  it('says of a command it can no longer read that it is given up, and goes on with the others', async () => {
    const gone = { commandId: 'c0', type: 'old-thing', issuedAt: 4 }
    const removed: string[] = []
    const { outbox, ids, settled } = outboxOn({
      ...createMemoryOutboxStore(),
      unreadable: () => [gone],
      remove: (commandId) => removed.push(commandId),
    })
    expect(settled).toMatchObject([{ ...gone, reply: { refusal: { code: 'not-understood' } } }])
    expect(removed).toEqual(['c0'])
    outbox.linkUp(me)
    void outbox.give(note('c1'))
    expect(ids()).toEqual(['c1'])
  })
  it('has what was answered as pending until the room here shows it', async () => {
    const { outbox, sent, room } = outboxOn(createMemoryOutboxStore())
    room.seq = 2
    outbox.linkUp(me)
    void outbox.give(note('c1'))
    sent[0]?.answer(ok(3))
    await turn()
    expect(outbox.pending()).toMatchObject([{ commandId: 'c1' }])
    room.seq = 3
    outbox.follow([])
    expect(outbox.pending()).toEqual([])
  })
  it('has what the room shows as pending no longer, although its answer has not come', () => {
    const { outbox } = outboxOn(createMemoryOutboxStore())
    outbox.linkUp(me)
    void outbox.give(note('c1'))
    void outbox.give(note('c2'))
    outbox.follow([{ cause: null }, { cause: 'c1' }])
    expect(outbox.pending()).toMatchObject([{ commandId: 'c2' }])
  })
  it('says who gave a command, to which unit, and whether it can still be taken back', async () => {
    const { outbox } = outboxOn(createMemoryOutboxStore())
    outbox.linkUp(me)
    const first = outbox.give(note('c1'))
    outbox.linkDown()
    await first
    await outbox.give(note('c2'))
    expect(outbox.pending()).toMatchObject([
      { unit: me.unit, by: me.by, state: 'sent' },
      { unit: me.unit, by: me.by, state: 'waiting' },
    ])
  })
  it('takes the same command once, however often the window gives it', async () => {
    const { outbox, ids } = outboxOn(createMemoryOutboxStore())
    outbox.linkUp(me)
    void outbox.give(note('c1'))
    expect(await outbox.give(note('c1'))).toEqual({ result: 'pending' })
    expect(ids()).toEqual(['c1'])
  })
})
