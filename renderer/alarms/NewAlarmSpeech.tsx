import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../shared/alarms/alarm'
import { isWaiting } from '../../shared/alarms/waiting'
import { useConsole } from '../app/console-context'
import { openAlarmList } from './open-alarm-list'

/** Speaks a new alarm of priority 1 or 2 to assistive technology. What was open when the screen appeared is read in the list. */
export function NewAlarmSpeech() {
  const { t } = useTranslation()
  const alarms = useConsole((data) => data.room.alarms)
  const openAlarms = useConsole((data) => data.room.openAlarms)
  const sites = useConsole((data) => data.room.sites)
  const known = useRef<ReadonlySet<string> | null>(null)
  const [spoken, setSpoken] = useState<Alarm | null>(null)
  useEffect(() => {
    const urgent = openAlarmList({ alarms, openAlarms }).filter((alarm) => alarm.priority <= 2 && isWaiting(alarm))
    const before = known.current
    known.current = new Set(urgent.map((alarm) => alarm.id))
    const newest = before ? urgent.findLast((alarm) => !before.has(alarm.id)) : undefined
    if (newest) setSpoken(newest)
  }, [alarms, openAlarms])
  const site = spoken ? sites.get(spoken.siteId) : undefined
  return (
    <div className="visually-hidden" aria-live="assertive">
      {spoken
        ? t('alarms:new', {
            priority: t(`kinds:priority.${spoken.priority}`),
            kind: t(`kinds:alarm.${spoken.kind}`),
            site: site?.name ?? t('alarms:unknown-site'),
            town: site?.town ?? '',
          })
        : null}
    </div>
  )
}
