import { causeStands } from '../alarms/causes'
import { openAlarmsOf } from '../alarms/open-alarms'
import type { Instant } from '../lang/instant'
import { testCovering } from '../on-test/tests-of'
import type { Room } from '../room/room'
import { siteOf } from '../sites/account'
import type { Signal } from './signal'

/**
 * Whether taking a signal would bring up what stands in no open alarm of its site: then it must be
 * taken, though a message just like it came a moment ago. The alarm of that one was closed or
 * restored meanwhile, its test is over, or its account has found its site. Of a restoral, an
 * opening or a closing it is never said: one that comes late, behind its successor, would turn back
 * what that one told, while an alarm that stands too long only makes somebody look.
 */
export function bringsNews(room: Room, signal: Signal, at: Instant): boolean {
  if (signal.class !== 'alarm' && signal.class !== 'trouble' && signal.class !== 'unknown')
    return false
  const siteId = siteOf(room, signal.account)?.id
  if (siteId === undefined || testCovering(room, siteId, signal.zone, at)) return false
  return !openAlarmsOf(room, siteId, signal.kind).some(({ causes }) => causeStands(causes, signal))
}
