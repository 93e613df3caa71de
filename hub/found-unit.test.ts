import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { createMemoryJournal } from '../shared/journal/memory-journal'
import { pretendSha256 } from '../shared/testing/journal-contract'
import { night } from '../shared/testing/live-room'
import { createManualClock } from '../shared/timeline/manual-clock'
import { foundUnit } from './found-unit'
import { openKeeper } from './keeper/keeper'

async function founded(demo: boolean) {
  const clock = createManualClock(night)
  const keeper = await openKeeper({ journal: createMemoryJournal(), clock, sha256: pretendSha256 })
  await foundUnit(keeper, { demo, demoTeams: 1, demoSites: 20 }, randomUUID)
  return keeper
}

it.each([true, false])(
  'Two units founded alike are two, each with an id of its journal (demo: %s)',
  async (demo) => {
    const [one, other] = [await founded(demo), await founded(demo)]
    const [first, second] = [one.room().unit, other.room().unit]
    expect(first).toMatchObject({ demo, journal: expect.stringMatching(/^[\da-f]{10}$/) })
    expect(second?.journal).not.toBe(first?.journal)
    expect(second?.id).not.toBe(first?.id)
    await Promise.all([one.close(), other.close()])
  },
)

it('A unit that has begun keeps its id and that of its journal when it is opened again', async () => {
  const keeper = await founded(true)
  const { unit } = keeper.room()
  await foundUnit(keeper, { demo: true }, randomUUID)
  expect(keeper.room().unit).toEqual(unit)
  await keeper.close()
})
