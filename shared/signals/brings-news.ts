import { causeStands } from '../alarms/causes'
import { openAlarmsOf } from '../alarms/open-alarms'
import type { Instant } from '../lang/instant'
import { testCovering } from '../on-test/tests-of'
import type { Room } from '../room/room'
import { siteOf } from '../sites/account'
import type { Signal } from './signal'

/**
 * Whether a signal would bring up something that stands in no open alarm of its site. Then it must
 * be taken, even if a message just like it came a moment ago: that one's alarm has since been
 * closed or restored, its test is over, or its account has found its site.
 *
 * Never true of a restoral, an opening or a closing: one that comes late, after its successor,
 * would undo what the successor said, while an alarm that stands too long only makes somebody look.
 */
export function bringsNews(room: Room, signal: Signal, at: Instant): boolean {
  if (signal.class !== 'alarm' && signal.class !== 'trouble' && signal.class !== 'unknown')
    return false
  const siteId = siteOf(room, signal.account)?.id
  if (siteId === undefined || testCovering(room, siteId, signal.zone, at)) return false
  return !openAlarmsOf(room, siteId, signal.kind).some(({ causes }) => causeStands(causes, signal))
}
