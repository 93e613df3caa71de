import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button'
import { useConsole } from './console-context'
import { useNow } from './now'
import { duration } from './time'
import './waiting-screen.css'

/** Before the first room is known: what is being waited for and for how long, or why it cannot go on. */
export function WaitingScreen() {
  const { t } = useTranslation()
  const link = useConsole((data) => data.link)
  const offset = useConsole((data) => data.clockOffset)
  const age = duration(useNow() - offset - link.since)
  const failed = link.phase === 'failed'
  return (
    <main className="waiting-screen" aria-live="polite">
      <p className="waiting-screen__product">Navbatchi</p>
      <h1 className={failed ? 'waiting-screen__title waiting-screen__title--failed' : 'waiting-screen__title'}>
        {t(failed ? 'app:failed.title' : 'app:starting.title')}
      </h1>
      {'text' in link && link.text ? <p className="waiting-screen__text selectable">{link.text}</p> : null}
      {failed ? (
        <Button onClick={() => window.location.reload()}>{t('app:failed.retry')}</Button>
      ) : (
        <p className="waiting-screen__age">{t('app:starting.text', { age })}</p>
      )}
    </main>
  )
}
