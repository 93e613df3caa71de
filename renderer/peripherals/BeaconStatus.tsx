import { useTranslation } from 'react-i18next'
import { useConsole } from '../console/console-context'
import { StatusItem } from '../console/StatusItem'

export function BeaconStatus() {
  const { t } = useTranslation()
  const live = useConsole((data) => data.mode === 'live')
  const { phase, on, text } = useConsole((data) => data.beacon)
  if (!live) return null
  const state = phase === 'ready' && on ? 'on' : phase
  return (
    <StatusItem tone={state === 'failed' ? 'bad' : state === 'on' ? 'warn' : 'quiet'}>
      {t(`app:status.beacon.${state}`, { text })}
    </StatusItem>
  )
}
