import { describe, expect, it } from 'vitest'
import { sha256 } from '../../node/sha256'
import { createMemoryJournal } from '../../shared/journal/memory-journal'
import { hour, second } from '../../shared/lang/instant'
import type { Entry, RoomEvent } from '../../shared/room/events'
import { acknowledged, officer, raised, site, sites } from '../../shared/testing/builders'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { openKeeper } from '../keeper/keeper'
import { startEscalationDuties } from './escalation-duties'

const journal = createMemoryJournal

/** A hub on a journal that may have a past, with a clock to turn. */
async function hubOn(stored = journal(), startsAt = 1_000) {
  const turned = createManualClock(startsAt)
  let ahead = 0
  const clock = { ...turned, now: () => turned.now() + ahead }
  const keeper = await openKeeper({ journal: stored, clock, sha256 })
  const stop = startEscalationDuties({
    keeper,
    clock,
    onFault(error) {
      throw error
    },
  })
  const told = async () =>
    ((await keeper.read(0, 1_000)) as readonly Entry[]).flatMap((entry) =>
      entry.type === 'escalated' ? [`${entry.data.level} ${(entry.at - 1_000) / second}`] : [],
    )
  return {
    clock,
    putForward: (ms: number) => {
      ahead += ms
    },
    told,
    happen: (...events: RoomEvent[]) => keeper.record(() => events, officer),
    /** Second by second, as the hub lives it. */
    async pass(seconds: number) {
      for (let n = 0; n < seconds; n++) {
        clock.advance(second)
        await keeper.record(() => [], officer)
      }
    },
    async stop() {
      stop()
      await keeper.close()
    },
  }
}
const fire = raised('a1', 'site-1', { kind: 'fire', priority: 1 })
const known = sites(site('site-1'))

describe('The hub', () => {
  it('takes an alarm up the line when nobody has taken it in time, and no level twice', async () => {
    const hub = await hubOn()
    await hub.happen(known, fire)
    await hub.pass(29)
    expect(await hub.told()).toEqual([])
    await hub.pass(100)
    // Nobody is signed in: the supervisor is told at once.
    expect(await hub.told()).toEqual(['second-officer 30', 'supervisor 30'])
    await hub.stop()
  })
  it('stops counting when somebody takes it', async () => {
    const hub = await hubOn()
    await hub.happen(known, fire)
    await hub.pass(20)
    await hub.happen(acknowledged('a1', 'i1'))
    await hub.pass(100)
    expect(await hub.told()).toEqual([])
    await hub.stop()
  })
  it('loses no time by a restart, and tells nobody again', async () => {
    const stored = journal()
    const first = await hubOn(stored)
    await first.happen(known, fire)
    await first.pass(20)
    await first.stop()
    const again = await hubOn(stored, 1_000 + 25 * second)
    await again.pass(5)
    expect(await again.told()).toEqual(['second-officer 30', 'supervisor 30'])
    await again.stop()
    const third = await hubOn(stored, 1_000 + 40 * second)
    await third.pass(100)
    expect(await third.told()).toHaveLength(2)
    await third.stop()
  })
  it('does not take everything up the line because the clock was put forward', async () => {
    const hub = await hubOn()
    await hub.happen(known, fire)
    await hub.pass(5)
    hub.putForward(hour)
    await hub.pass(20)
    expect(await hub.told()).toEqual([])
    await hub.pass(5)
    expect(await hub.told()).toHaveLength(2)
    await hub.stop()
  })
})
