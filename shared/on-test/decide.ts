import type { Stamp } from '../accounts/stamp'
import { accept, agree, type Decision, refuse } from '../lang/decision'
import { minute } from '../lang/instant'
import type { Room } from '../room/room'
import { zoneNumber } from '../sites/zone-of'
import type { OnTestCommand } from './commands'
import type { OnTestEvent } from './on-test'
import { findTest } from './tests-of'

/**
 * The limit of tests at one site at once. It leaves room for work on a few zones here and there.
 */
const mostTests = 20

export function decideStartTest(
  room: Room,
  command: OnTestCommand<'start-test'>,
  { at }: Stamp,
): Decision<OnTestEvent> {
  const { testId, siteId, zones, minutes, reason } = command
  if (!room.sites.has(siteId)) return refuse('site-unknown', 'This site is not in the register')
  if (findTest(room, testId))
    return refuse('id-taken', 'The id {id} is in use already', { id: testId })
  if ((room.onTest.get(siteId)?.length ?? 0) >= mostTests)
    return refuse('too-many-tests', 'This site has {count} tests already: end one first', {
      count: mostTests,
    })
  const plain = zones === null ? null : [...new Set(zones.map(zoneNumber))]
  return accept({
    type: 'test-started',
    data: { testId, siteId, zones: plain, until: at + minutes * minute, reason },
  })
}

export function decideEndTest(
  room: Room,
  { testId }: OnTestCommand<'end-test'>,
): Decision<OnTestEvent> {
  const test = findTest(room, testId)
  if (!test) return agree('test-over', 'This test is over already')
  return accept({ type: 'test-ended', data: { testId, siteId: test.siteId, why: 'ended' } })
}
