import { useTranslation } from 'react-i18next'
import type { AlarmSignal } from '../../shared/alarms/alarm'
import { distance } from '../../shared/geo/distance'
import type { SiteRow } from '../../shared/sites/site-row'
import { listed } from '../../shared/text/isolated'
import { CopyButton } from '../console/CopyButton'
import { sayDistance } from '../console/figures'
import { sayPath } from '../console/path-words'
import { wallTime } from '../console/time'
import { Chip } from '../ui/Chip'

/** What to know of a signal besides what it says: how it came, and what its sender added. */
export function SignalMarks({ signal, site }: { signal: AlarmSignal; site: SiteRow | null }) {
  const { t } = useTranslation()
  const {
    receptions,
    text,
    position,
    verification,
    opens,
    stale,
    wrongDetails = [],
    heldSince,
  } = signal
  return (
    <>
      {text ? (
        <p className="signal__text" title={t('alarms:panel-words')}>
          <q>{text}</q>
        </p>
      ) : null}
      {receptions.length > 0 ? (
        <p
          className={receptions.length > 1 ? 'signal__paths signal__paths--many' : 'signal__paths'}
        >
          {t('alarms:paths', {
            count: receptions.length,
            paths: listed(
              receptions.map(({ path }) => sayPath(t, path)),
              ', ',
            ),
          })}
        </p>
      ) : null}
      {opens || stale || wrongDetails.length > 0 || heldSince !== undefined ? (
        <p className="signal__chips">
          {opens ? (
            <Chip tone="warn" title={t('alarms:opens-title')}>
              {t('alarms:opens')}
            </Chip>
          ) : null}
          {stale ? (
            <Chip tone="warn" title={t('alarms:stale-title')}>
              {t('alarms:stale')}
            </Chip>
          ) : null}
          {wrongDetails.map(({ field, why, sent }) => (
            <Chip key={field} tone="warn" title={t('alarms:wrong-title')}>
              {t('alarms:wrong', {
                detail: t(`alarms:detail.${field}`),
                why: t(`alarms:detail-fault.${why}`),
              })}
              {sent ? (
                <>
                  {': '}
                  <bdi>{sent}</bdi>
                </>
              ) : null}
            </Chip>
          ))}
          {heldSince === undefined ? null : (
            <Chip tone="accent" title={t('alarms:held-title')}>
              {t('alarms:held', { time: wallTime(heldSince) })}
            </Chip>
          )}
        </p>
      ) : null}
      {position ? <GivenPosition position={position} site={site} /> : null}
      {verification ? (
        <div className="signal__verification">
          <span>{t('alarms:verification')}</span>
          <CopyButton text={verification} />
          <code className="selectable">{verification}</code>
        </div>
      ) : null}
    </>
  )
}

function GivenPosition({
  position,
  site,
}: {
  position: NonNullable<AlarmSignal['position']>
  site: SiteRow | null
}) {
  const { t } = useTranslation()
  const coordinates = `${position.lat.toFixed(5)}, ${position.lon.toFixed(5)}`
  return (
    <div className="signal__position">
      <span>
        {t('alarms:position')}: <strong>{coordinates}</strong>
        {site
          ? ` · ${t('alarms:from-site', { distance: sayDistance(t, distance(position, site.location)) })}`
          : null}
      </span>
      <CopyButton text={coordinates} />
    </div>
  )
}
