import type { TFunction } from 'i18next'
import { countUnanswered } from '../../shared/alarms/queue-counts'
import { topUnanswered, type Unanswered } from '../../shared/alarms/top-unanswered'
import type { Room } from '../../shared/room/room'
import { listed } from '../../shared/text/isolated'
import { sayRowAge } from '../console/figures'
import type { SlotPart } from '../console/slot'
import { takeNextAction } from './take-next-action'

/** Alarms wait for somebody: how many, and the one that the space bar goes to. */
export const unansweredPart: SlotPart = {
  grave: 60,
  state({ data: { room, mode }, now, words: { t } }) {
    const top = topUnanswered(room)
    if (!top) return null
    const { total } = countUnanswered(room)
    const { at, kind, where } = aboutOf(room, top)
    const what = listed([t(`kinds:alarm.${kind}`), where(t)], ', ')
    const text = t('alarms:slot.next', { age: sayRowAge(t, now - at), what })
    const head = t('alarms:slot.unanswered', { count: total })
    return {
      tone: 'work',
      head,
      text,
      whole: [`${head}: ${text}`],
      ...(mode === 'live' && { action: takeNextAction }),
    }
  },
}

type Said = (t: TFunction) => string

function aboutOf(room: Room, top: Unanswered) {
  if (top.kind === 'held') {
    const alarm = room.held.get(top.account)?.alarm
    const where: Said = (t) => t('signals:held.account', { account: top.account })
    return { at: alarm?.raisedAt ?? room.at, kind: alarm?.kind ?? 'unknown', where }
  }
  const alarm = room.alarms.get(top.alarmId)
  const site = room.sites.get(alarm?.siteId ?? '')
  const where: Said = (t) => site?.name ?? t('alarms:unknown-site')
  return { at: alarm?.raisedAt ?? room.at, kind: alarm?.kind ?? 'unknown', where }
}
