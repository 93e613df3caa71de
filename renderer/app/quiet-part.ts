import { quietSince } from '../../shared/alarms/quiet-since'
import type { SlotPart } from '../console/slot'
import { duration, wallMoment } from '../console/time'

/** Nothing needs anybody: also that is said with since when, for a dead screen says nothing. */
export const quietPart: SlotPart = {
  grave: 90,
  state({ data: { room }, now, words: { t } }) {
    const since = quietSince(room)
    const text =
      since === null
        ? t('app:quiet.text')
        : t('app:quiet.since', { time: wallMoment(since, now), age: duration(now - since) })
    return { tone: 'normal', head: t('app:quiet.head'), text, whole: [text] }
  },
}
