import { useTranslation } from 'react-i18next'
import type { LinkState } from '../../shared/ipc/contract'
import { useConsole } from '../console/console-context'
import { LanguageSwitch } from '../console/LanguageSwitch'
import { useNow } from '../console/now'
import { sayRefusal } from '../console/say'
import { duration } from '../console/time'
import { ChooseHub } from '../session/ChooseHub'
import { TryAgainButton } from './TryAgainButton'
import './waiting-screen.css'

/**
 * Before the first room is known: what is being waited for and for how long, or why it cannot go
 * on.
 */
export function WaitingScreen() {
  const link = useConsole((data) => data.link)
  return (
    <main className="waiting-screen" aria-live="polite">
      <p className="waiting-screen__product">Navbatchi</p>
      <State link={link} />
      <ChooseHub />
      <LanguageSwitch />
    </main>
  )
}

function State({ link }: { link: LinkState }) {
  switch (link.phase) {
    case 'lost':
      return <Unreachable link={link} />
    case 'failed':
      return <Failed link={link} />
    default:
      return <Starting link={link} />
  }
}

/**
 * What, why, since when, and the one thing to do. The system's own words come last and small, for
 * whoever fixes it.
 */
function Unreachable({ link }: { link: Extract<LinkState, { phase: 'lost' }> }) {
  const { t } = useTranslation()
  const age = useAge(link)
  return (
    <>
      <h1 className="waiting-screen__title waiting-screen__title--failed selectable">
        {t('app:unreachable.title', { hub: link.hub })}
      </h1>
      {link.why ? (
        <p className="waiting-screen__text">{t(`app:unreachable.why.${link.why}`)}</p>
      ) : null}
      <p className="waiting-screen__age">{t('app:unreachable.age', { age })}</p>
      <TryAgainButton byKey />
      <p className="waiting-screen__detail selectable">{useSaid(link)}</p>
    </>
  )
}

function Failed({ link }: { link: Extract<LinkState, { phase: 'failed' }> }) {
  const { t } = useTranslation()
  return (
    <>
      <h1 className="waiting-screen__title waiting-screen__title--failed">
        {t('app:failed.title')}
      </h1>
      <p className="waiting-screen__text selectable">{useSaid(link)}</p>
      <TryAgainButton byKey />
    </>
  )
}

function Starting({ link }: { link: LinkState }) {
  const { t } = useTranslation()
  const said = useSaid(link)
  const age = useAge(link)
  return (
    <>
      <h1 className="waiting-screen__title">{t('app:starting.title')}</h1>
      {said ? <p className="waiting-screen__text selectable">{said}</p> : null}
      <p className="waiting-screen__age">{t('app:starting.text', { age })}</p>
    </>
  )
}

function useSaid(link: LinkState): string {
  const { t } = useTranslation()
  return 'said' in link && link.said ? sayRefusal(t, link.said) : ''
}

function useAge({ since }: LinkState): string {
  const offset = useConsole((data) => data.clockOffset)
  return duration(useNow() - offset - since)
}
