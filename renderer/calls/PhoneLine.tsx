import { useTranslation } from 'react-i18next'
import { contactCalls, nextToCall } from '../../shared/calls/call-order'
import { isSilentFor, ringingOf } from '../../shared/calls/decide'
import { listed } from '../../shared/text/isolated'
import { useConsole } from '../console/console-context'
import type { CardSubject } from '../console/feature'
import { useNow } from '../console/now'
import { useSiteCard } from '../console/site-cards'
import { duration } from '../console/time'
import { useAction } from '../console/use-action'
import { Button } from '../ui/Button'
import { Chip } from '../ui/Chip'
import { callNextAction } from './call-next-action'
import './phone-line.css'

/**
 * Whom to call, always in sight: the contact whose turn it is, or that nobody at the site may be
 * called.
 */
export function PhoneLine({ alarm, incident, site }: CardSubject) {
  const about = incident ?? alarm
  const card = useSiteCard(site?.id ?? '')
  const silent = useConsole(({ room }) => about !== null && isSilentFor(room, about))
  if (!site || !about || about.phase === 'closed') return null
  const rows = contactCalls(card?.site?.contacts ?? [], incident?.calls)
  const ringing = incident && ringingOf(incident)
  const contact = ringing ?? nextToCall(rows, { silent })
  return (
    <>
      {silent ? <Silent /> : null}
      {contact ? (
        <div className="phone-line">
          <span aria-hidden="true">☎</span>
          <p className="phone-line__who selectable ellipsis">
            <strong className="phone-line__number">
              <bdi>{contact.phone}</bdi>
            </strong>{' '}
            {listed([contact.role, contact.name], ', ')}
          </p>
          {ringing ? <Rings since={ringing.at} /> : <Call />}
        </div>
      ) : null}
    </>
  )
}

function Silent() {
  const { t } = useTranslation()
  return (
    <p className="phone-line phone-line--silent">
      <span aria-hidden="true">⊘</span>
      {t('steps:do-not-call-site.text')}
    </p>
  )
}

function Rings({ since }: { since: number }) {
  const { t } = useTranslation()
  const now = useNow()
  return <Chip tone="accent">{t('calls:ringing', { time: duration(now - since) })}</Chip>
}

function Call() {
  const { t } = useTranslation()
  const { disabledReason, run } = useAction(callNextAction)
  return (
    <Button tone="quiet" keys={callNextAction.keys} disabledReason={disabledReason} onClick={run}>
      <span className="visually-hidden">{t('actions:call-next')}</span>
    </Button>
  )
}
