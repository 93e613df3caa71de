import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { floodBegins, floodEnds, officersAt, rateAt } from '../../shared/triage/load'
import { floodOf } from '../../shared/triage/load-of'
import { useConsole } from '../console/console-context'
import { sayNumber } from '../console/figures'
import { useNow } from '../console/now'
import { duration } from '../console/time'

/**
 * How busy the officers are. Plain text until it is a flood, which has the slot in the top bar
 * (flood-part).
 */
export function LoadFigure() {
  const { t, i18n } = useTranslation()
  const load = useConsole((data) => data.room.load)
  const now = useNow()
  const { rate, officers, flood } = useMemo(
    () => ({ rate: rateAt(load, now), officers: officersAt(load, now), flood: floodOf(load, now) }),
    [load, now],
  )
  const shown = sayNumber(i18n.language, rate)
  const title = t('triage:load.title', {
    rate: shown,
    officers,
    flood: duration(flood.recentMs),
    begins: floodBegins,
    ends: floodEnds,
  })
  return (
    <section className="load-figure" aria-label={t('triage:load.label')} title={title}>
      <span className="load-figure__label">{t('triage:load.heading')}</span>
      <strong className={flood.since === null ? '' : 'load-figure__flood'}>{shown}</strong>
      <span className="load-figure__short">{t('triage:load.short')}</span>
    </section>
  )
}
