import { useTranslation } from 'react-i18next'
import type { LinkState } from '../../shared/ipc/contract'
import type { Refusal } from '../../shared/lang/decision'
import { sentence } from '../../shared/lang/decision'
import type { StorageState } from '../../shared/wire/console-feed'
import { useConsole } from '../console/console-context'
import { useNow } from '../console/now'
import { sayRefusal } from '../console/say'
import { duration, wallTime } from '../console/time'
import { TryAgainButton } from './TryAgainButton'
import '../console/link-banner.css'

/**
 * Anything that makes the screen less than the live room, across its whole width, in words, with
 * since when.
 */
export function LinkBanner() {
  const mode = useConsole((data) => data.mode)
  const link = useConsole((data) => data.link)
  const feedStopped = useConsole((data) => data.feedStopped)
  if (mode === 'replay') return null
  switch (link.phase) {
    case 'lost':
      return link.readOnly ? (
        <NeverSignedIn link={link} />
      ) : (
        <Banner words="lost" since={link.since} said={link.said} />
      )
    case 'starting':
      return <Banner words="lost" since={link.since} said={link.said} />
    case 'failed':
      if (feedStopped) return <Banner words="feed-stopped" since={link.since} said={link.said} />
      return <Failed link={link} />
    case 'live':
      // The hub's clock stamps storage trouble, the console's clock the link.
      return link.storage.ok ? null : (
        <Banner
          words="storage"
          since={link.storage.since}
          said={storageSays(link.storage)}
          hubClock
        />
      )
    case 'signed-out':
      return null
  }
}

const storageSays = ({ code, text }: StorageState): Refusal =>
  sentence(code === undefined ? 'system-says' : `storage-${code}`, '{reason}', { reason: text })

interface BannerProps {
  readonly words: 'lost' | 'read-only' | 'storage' | 'feed-stopped'
  readonly since: number
  readonly said: Refusal | null
  readonly hubClock?: boolean
}

function Banner({ words, since, said, hubClock = false }: BannerProps) {
  const { t } = useTranslation()
  const offset = useConsole((data) => data.clockOffset)
  const from = hubClock ? since : since + offset
  const age = duration(useNow() - from)
  return (
    <div className="link-banner" role="alert">
      <strong className="link-banner__title">
        {t(`app:${words}.title`, { time: wallTime(from), age })}
      </strong>
      <span className="link-banner__text">{t(`app:${words}.text`)}</span>
      {said ? <span className="link-banner__detail selectable">{sayRefusal(t, said)}</span> : null}
    </div>
  )
}

/**
 * Only the copy of an earlier run is on screen: what keeps the hub away must be mended before
 * anybody can work.
 */
function NeverSignedIn({ link }: { link: Extract<LinkState, { phase: 'lost' }> }) {
  const { t } = useTranslation()
  return (
    <>
      <Banner words="read-only" since={link.since} said={link.said} />
      <div className="link-banner">
        {link.why ? (
          <span className="link-banner__text">{t(`app:unreachable.why.${link.why}`)}</span>
        ) : null}
        {link.copyOf ? (
          <span className="link-banner__text">
            {t('app:read-only.copy-of', { time: wallTime(link.copyOf) })}
          </span>
        ) : null}
        <TryAgainButton />
      </div>
    </>
  )
}

function Failed({ link }: { link: Extract<LinkState, { phase: 'failed' }> }) {
  const { t } = useTranslation()
  return (
    <div className="link-banner" role="alert">
      <strong className="link-banner__title">{t('app:failed.title')}</strong>
      <span className="link-banner__text selectable">
        {link.said ? sayRefusal(t, link.said) : ''}
      </span>
    </div>
  )
}
