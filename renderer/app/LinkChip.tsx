import { useTranslation } from 'react-i18next'
import { useConsole } from '../console/console-context'
import { wallTime } from '../console/time'
import { Chip } from '../ui/Chip'

/** The state of the link to the hub, and since when. */
export function LinkChip() {
  const { t } = useTranslation()
  const mode = useConsole((data) => data.mode)
  const link = useConsole((data) => data.link)
  const offset = useConsole((data) => data.clockOffset)
  if (mode === 'replay') return null
  const tone =
    link.phase === 'live'
      ? link.storage.ok
        ? 'good'
        : 'bad'
      : link.phase === 'starting'
        ? 'warn'
        : 'bad'
  return (
    <div className="link-chip" title={'hub' in link ? link.hub : undefined}>
      <Chip tone={tone}>{t(`app:link.${link.phase}`)}</Chip>
      <span className="link-chip__since">
        {t('app:since', { time: wallTime(link.since + offset) })}
      </span>
    </div>
  )
}
