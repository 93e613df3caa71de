import { useTranslation } from 'react-i18next'
import { officersAt, rateAt } from '../../shared/triage/load'
import { floodOf } from '../../shared/triage/load-of'
import { useConsole } from '../console/console-context'
import { sayNumber } from '../console/figures'
import { useNow } from '../console/now'
import { duration, wallMinute } from '../console/time'
import '../console/link-banner.css'

/** More alarms than one officer can deal with: since when, and what to do about it. */
export function FloodBanner() {
  const { t, i18n } = useTranslation()
  const load = useConsole((data) => data.room.load)
  const now = useNow()
  const live = useConsole((data) => data.mode === 'live')
  const { since } = floodOf(load, now)
  // A replay calls nobody to act; the figure in the top bar shows how it was.
  if (since === null || !live) return null
  const n = officersAt(load, now)
  return (
    <div className="link-banner link-banner--flood" role="alert">
      <strong>
        {t('triage:flood.title', { time: wallMinute(since), age: duration(now - since) })}
      </strong>
      <strong>{n > 1 ? t('triage:flood.call-more', { n }) : t('triage:flood.call')}</strong>
      <span>{t('triage:flood.text', { rate: sayNumber(i18n.language, rateAt(load, now)) })}</span>
    </div>
  )
}
