import { useTranslation } from 'react-i18next'
import type { CardSubject } from '../console/feature'
import { wallTime } from '../console/time'

/** Who took the alarm and gave it back: it waits, but is not new. */
export function GivenBack({ alarm }: CardSubject) {
  const { t } = useTranslation()
  const last = alarm?.phase === 'raised' ? alarm.released?.at(-1) : undefined
  if (!last) return null
  return (
    <p className="subject__nothing">
      {t('undo:given-back', { by: last.by, time: wallTime(last.at) })}
    </p>
  )
}
