import { expect, it } from 'vitest'
import type { UnitId } from '../../shared/ipc/contract'
import { createManualFrames } from '../testing/manual-frames'
import { followUnits } from './follow-units'

function following(...answers: (readonly UnitId[] | Error)[]) {
  const shown: UnitId[] = []
  const frames = createManualFrames()
  let push: (units: readonly UnitId[]) => void = () => {}
  const units = async () => {
    const answer = answers.shift() ?? []
    if (answer instanceof Error) throw answer
    return answer
  }
  const onUnits = (listener: typeof push) => {
    push = listener
    return () => {}
  }
  followUnits({ units, onUnits }, frames, (unit) => shown.push(unit))
  return { shown, frames, push: (...now: UnitId[]) => push(now) }
}
const answered = async () => {
  for (let turn = 0; turn < 4; turn += 1) await null
}

it('A window shows the unit this console is attached to, also when it has to ask again', async () => {
  const { shown, frames } = following(new Error('not ready'), ['unit-1'])
  await answered()
  expect(shown).toEqual([])
  frames.elapse()
  await answered()
  expect(shown).toEqual(['unit-1'])
})

it('A window goes to another unit when its own is given up, and not because one has come', async () => {
  const { shown, push } = following(['unit-1'])
  await answered()
  push('unit-2', 'unit-1')
  expect(shown).toEqual(['unit-1'])
  push('unit-2')
  push('unit-2')
  expect(shown).toEqual(['unit-1', 'unit-2'])
})

it('A window that hears of a change while it asks goes by the change', async () => {
  const { shown, push } = following(['unit-1'])
  push('unit-2')
  await answered()
  expect(shown).toEqual(['unit-2'])
})
