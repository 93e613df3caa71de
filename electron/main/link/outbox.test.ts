import { describe, expect, it } from 'vitest'
import { me, note, ok, outboxOn, outboxPromises, turn } from './outbox-contract'
import { createMemoryOutboxStore } from './outbox-store'

describe('the outbox', () => {
  outboxPromises(createMemoryOutboxStore)

  it('answers with the word of the hub while the hub is there', async () => {
    const { outbox, sent, pending } = outboxOn(createMemoryOutboxStore())
    outbox.linkUp(me)
    const outcome = outbox.give(note('c1'))
    sent[0]?.answer(ok(3))
    expect(await outcome).toEqual(ok(3))
    expect(pending).toEqual([])
  })
  it('says "pending" when the hub takes longer than a blink, and what became of it later', async () => {
    const { outbox, sent, settled, clock, pending } = outboxOn(createMemoryOutboxStore())
    outbox.linkUp(me)
    const outcome = outbox.give(note('c1'))
    clock.advance(300)
    expect(await outcome).toEqual({ result: 'pending' })
    expect(pending.at(-1)).toEqual([{ commandId: 'c1', type: 'add-note', issuedAt: 5 }])
    sent[0]?.answer(ok(3))
    await turn()
    expect(settled).toEqual([{ commandId: 'c1', type: 'add-note', issuedAt: 5, reply: ok(3) }])
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
    outbox.linkUp({ unit: 'unit-1', by: { id: 'officer-2', name: 'Officer Two' } })
    await turn()
    expect(ids()).toEqual([])
    expect(settled[0]).toMatchObject({ commandId: 'c1', reply: { refusal: { code: 'given-by-another' } } })
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
  it('takes the same command once, however often the window gives it', async () => {
    const { outbox, ids } = outboxOn(createMemoryOutboxStore())
    outbox.linkUp(me)
    void outbox.give(note('c1'))
    expect(await outbox.give(note('c1'))).toEqual({ result: 'pending' })
    expect(ids()).toEqual(['c1'])
  })
})
