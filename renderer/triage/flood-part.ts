import { helpAt } from '../../shared/escalation/help'
import { officersAt, rateAt } from '../../shared/triage/load'
import { floodOf } from '../../shared/triage/load-of'
import { callSecondAction } from '../console/call-second-action'
import { sayNumber } from '../console/figures'
import type { SlotAbout, SlotPart } from '../console/slot'
import { duration, wallMinute } from '../console/time'

/** More alarms than the officers can deal with: since when, and what to do about it. */
export const floodPart: SlotPart = {
  grave: 40,
  state(about) {
    const { data, now, words } = about
    const { t, i18n } = words
    const { load } = data.room
    const { since } = floodOf(load, now)
    // In a replay nobody is to be called any more; the figure in the top bar shows how it was.
    if (since === null || data.mode !== 'live') return null
    const age = duration(now - since)
    const rate = t('triage:flood.text', { rate: sayNumber(i18n.language, rateAt(load, now)) })
    const call = callWords(about)
    return {
      tone: 'flood',
      head: t('triage:flood.head', { age }),
      text: call,
      whole: [t('triage:flood.title', { time: wallMinute(since), age }), call, rate],
      action: callSecondAction,
    }
  },
}

/** Whether anybody was called, and whether anybody came. */
function callWords({ data: { room }, now, words: { t } }: SlotAbout): string {
  const help = helpAt(room, now)
  const n = officersAt(room.load, now)
  if (help === null) return n > 1 ? t('triage:flood.call-more', { n }) : t('triage:flood.call')
  const time = wallMinute(help.at)
  return help.came
    ? t('triage:flood.came', { name: help.came.name, time: wallMinute(help.came.at) })
    : t('triage:flood.called', { time })
}
