import type { ReceiverLineState } from '../../shared/receiver-lines/receiver-line'
import { isolated } from '../../shared/text/isolated'
import { sayDetail } from '../console/detail-words'
import type { SlotAbout, SlotPart } from '../console/slot'
import { duration, wallTime } from '../console/time'
import { lostFirst } from './receiver-lines'
import { showReceiverLinesAction } from './show-receiver-lines-action'

/** More than so many lost receivers are told in one sentence. */
const told = 2

/** A receiver that is not heard is a hole in the watch: said in words, with since when. */
export const receiverPart: SlotPart = {
  grave: 30,
  state(about) {
    const { data, now, words } = about
    const { t } = words
    const lost = lostFirst(data.room.receiverLines).filter((line) => line.lost)
    const [first] = lost
    if (data.mode !== 'live' || !first) return null
    const age = duration(now - first.since)
    return {
      tone: 'lost',
      head: t('receiver-lines:head', { count: lost.length, age }),
      text: isolated(lost.map(({ name }) => name).join(', ')),
      whole: lost.length > told ? many(about, lost) : lost.flatMap((line) => one(about, line)),
      action: showReceiverLinesAction,
      atFoot: true,
    }
  },
}

const sinceOf = (at: number, now: number) => ({ time: wallTime(at), age: duration(now - at) })

function one({ now, words: { t } }: SlotAbout, { name, since, detail }: ReceiverLineState) {
  const why = detail ? [isolated(sayDetail(t, detail) ?? detail)] : []
  return [
    t('receiver-lines:lost', { name: isolated(name), ...sinceOf(since, now) }),
    t('receiver-lines:lost-text'),
    ...why,
  ]
}

function many({ now, words: { t } }: SlotAbout, lost: readonly ReceiverLineState[]) {
  const since = sinceOf(lost[0]?.since ?? now, now)
  return [
    t('receiver-lines:lost-many', { n: lost.length, ...since }),
    t('receiver-lines:lost-text'),
    isolated(lost.map(({ name }) => name).join(', ')),
  ]
}
