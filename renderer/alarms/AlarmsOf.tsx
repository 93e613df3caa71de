import { useShallow } from 'zustand/react/shallow'
import type { Alarm } from '../../shared/alarms/alarm'
import { useConsole } from '../console/console-context'
import type { CardSubject } from '../console/feature'
import { SignalList } from './SignalList'

export function AlarmsOf({ alarm, incident, site }: CardSubject) {
  const alarms = useConsole(
    useShallow(({ room }): Alarm[] =>
      incident
        ? incident.alarmIds.map((id) => room.alarms.get(id)).filter((one) => one !== undefined)
        : alarm
          ? [alarm]
          : [],
    ),
  )
  return <SignalList alarms={alarms} site={site} />
}
