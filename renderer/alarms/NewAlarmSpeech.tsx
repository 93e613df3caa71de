import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLane } from '../../shared/alarms/lane'
import { openAlarms } from '../../shared/alarms/queue'
import type { AlarmKind, Priority } from '../../shared/codes/kinds'
import type { Room } from '../../shared/room/room'
import { alarmedAccounts, heldPriority, heldWaits } from '../../shared/signals/held-alarm'
import { useConsole } from '../console/console-context'

/** What is spoken of an alarm. One of an unknown account has no site to name. */
interface Spoken {
  readonly id: string
  readonly priority: Priority
  readonly kind: AlarmKind
  readonly siteId: string | null
  readonly account: string | null
}

/**
 * Speaks a new alarm of priority 1 or 2 to assistive technology. What was open when the screen
 * appeared is read in the list.
 */
export function NewAlarmSpeech() {
  const { t } = useTranslation()
  const alarms = useConsole((data) => data.room.alarms)
  const held = useConsole((data) => data.room.held)
  const sites = useConsole((data) => data.room.sites)
  const known = useRef<ReadonlySet<string> | null>(null)
  const [spoken, setSpoken] = useState<Spoken | null>(null)
  useEffect(() => {
    const urgent = urgentIn({ alarms, held })
    const before = known.current
    known.current = new Set(urgent.map(({ id }) => id))
    const newest = before ? urgent.find(({ id }) => !before.has(id)) : undefined
    if (newest) setSpoken(newest)
  }, [alarms, held])
  const site = sites.get(spoken?.siteId ?? '')
  const name = spoken?.account
    ? t('signals:held.account', { account: spoken.account })
    : (site?.name ?? t('alarms:unknown-site'))
  return (
    <div className="visually-hidden" aria-live="assertive">
      {spoken
        ? t('alarms:new', {
            priority: t(`kinds:priority.${spoken.priority}`),
            kind: t(`kinds:alarm.${spoken.kind}`),
            site: name,
            town: site?.town ?? '',
          })
        : null}
    </div>
  )
}

/** Those of priority 1 and 2: the gravest first, and among equals the newest. */
function urgentIn(room: Pick<Room, 'alarms' | 'held'>): readonly Spoken[] {
  const urgent: Spoken[] = []
  for (const { id, priority, kind, siteId } of openAlarms(room).waiting) {
    if (priority > 2 && !inLane(kind)) continue
    urgent.push({ id, priority, kind, siteId, account: null })
  }
  // By the entry, so that an alarm that waits again is spoken again.
  for (const { account, alarm } of alarmedAccounts(room.held).filter(heldWaits))
    urgent.push({
      id: `${account} ${alarm.raisedSeq}`,
      priority: heldPriority,
      kind: alarm.kind,
      siteId: null,
      account,
    })
  return urgent
}
