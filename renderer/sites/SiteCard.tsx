import { useTranslation } from 'react-i18next'
import type { Site } from '../../shared/sites/site'
import type { SiteRow } from '../../shared/sites/site-row'
import { listed } from '../../shared/text/isolated'
import { ActionButton } from '../console/ActionButton'
import { CardMissing } from '../console/CardMissing'
import { useConsole } from '../console/console-context'
import { useNow } from '../console/now'
import { useSiteCard } from '../console/site-cards'
import { duration, wallTime } from '../console/time'
import { Chip } from '../ui/Chip'
import { Section } from '../ui/Section'
import { DuressWordsButton } from './DuressWordsButton'
import { SiteAccounts } from './SiteAccounts'
import { SiteContacts } from './SiteContacts'
import { SiteMissing } from './SiteMissing'
import { SiteSchedule } from './SiteSchedule'
import { showPicturesAction } from './show-pictures-action'
import './site-card.css'

/**
 * What is known about the site, in the order it is needed: what endangers a crew, whom to call,
 * where it is.
 */
export function SiteCard({ site, contacts = true }: { site: SiteRow; contacts?: boolean }) {
  const { t } = useTranslation()
  const card = useSiteCard(site.id)
  const whole = card?.site
  return (
    <Section title={t('sites:title')} aside={<Armed siteId={site.id} />}>
      <SiteMissing site={site} />
      {whole ? <SiteHazards hazards={whole.hazards} /> : <CardMissing row={site} card={card} />}
      <dl className="site-card selectable">
        {whole ? <Access card={whole} /> : null}
        <dt>{t('sites:address')}</dt>
        <dd>{site.address}</dd>
        {whole ? (
          <>
            <dt>{t('sites:purpose')}</dt>
            <dd>{whole.purpose}</dd>
          </>
        ) : null}
        {whole && contacts ? <WhomToCall card={whole} /> : null}
        {site.responsePlan ? (
          <>
            <dt title={t('sites:plan-title')}>{t('sites:plan')}</dt>
            <dd title={t('sites:plan-title')}>{t(`sites:plan-name.${site.responsePlan}`)}</dd>
          </>
        ) : null}
        {whole ? <HowItReports row={site} card={whole} /> : null}
        <dt>{t('sites:coordinates')}</dt>
        <dd>
          {site.location.lat.toFixed(5)}, {site.location.lon.toFixed(5)}
        </dd>
      </dl>
      <details className="site-card__zones">
        <summary>{t('sites:zones', { count: site.zones.length })}</summary>
        <ol>
          {site.zones.map(({ number, name }) => (
            <li key={number}>
              <span>{number}</span> <bdi>{name}</bdi>
            </li>
          ))}
        </ol>
      </details>
    </Section>
  )
}

function SiteHazards({ hazards }: Pick<Site, 'hazards'>) {
  const { t } = useTranslation()
  if (hazards.length === 0) return null
  return (
    <p className="site-card__hazards">
      <strong>{t('sites:hazards')}</strong> <bdi>{listed(hazards, ' · ')}</bdi>
    </p>
  )
}

/** How a crew gets in, and who has keys: asked for when it stands before a door. */
function Access({ card: { accessNotes, keyHolders = [], pictures = [] } }: { card: Site }) {
  const { t } = useTranslation()
  return (
    <>
      {accessNotes ? (
        <>
          <dt>{t('sites:access')}</dt>
          <dd className="site-card__access">{accessNotes}</dd>
        </>
      ) : null}
      {pictures.length > 0 ? (
        <>
          <dt>{t('sites:pictures.here')}</dt>
          <dd>
            <ActionButton action={showPicturesAction} />{' '}
            {t('sites:pictures.count', { count: pictures.length })}
          </dd>
        </>
      ) : null}
      {keyHolders.length > 0 ? (
        <>
          <dt>{t('sites:keys')}</dt>
          <dd>
            {keyHolders.map(({ role, name, phone }) => (
              <p key={`${role}${name}${phone}`}>
                <strong>
                  <bdi>{phone}</bdi>
                </strong>{' '}
                {listed([role, name], ', ')}
              </p>
            ))}
          </dd>
        </>
      ) : null}
    </>
  )
}

function WhomToCall({ card }: { card: Site }) {
  const { t } = useTranslation()
  return (
    <>
      <dt title={t('sites:call-order')}>{t('sites:contacts')}</dt>
      <dd>
        <SiteContacts contacts={card.contacts} />
        <DuressWordsButton site={card} />
      </dd>
    </>
  )
}

function HowItReports({ row, card }: { row: SiteRow; card: Site }) {
  const { t } = useTranslation()
  return (
    <>
      {card.schedule ? (
        <>
          <dt>{t('sites:schedule')}</dt>
          <dd>
            <SiteSchedule schedule={card.schedule} />
          </dd>
        </>
      ) : null}
      <dt>{t('sites:accounts')}</dt>
      <dd>
        <SiteAccounts row={row} card={card} />
      </dd>
    </>
  )
}

/** Armed or not and since when, by the last opening or closing signal. */
function Armed({ siteId }: { siteId: string }) {
  const { t } = useTranslation()
  const arming = useConsole((data) => data.room.arming.get(siteId))
  const now = useNow()
  if (!arming) return <Chip tone="quiet">{t('sites:arming-unknown')}</Chip>
  const age = duration(now - arming.at)
  const title = t('sites:arming-since', { time: wallTime(arming.at), age })
  return (
    <Chip tone={arming.armed ? 'good' : 'warn'} title={title}>
      {t(arming.armed ? 'sites:armed' : 'sites:disarmed', { time: wallTime(arming.at) })}
    </Chip>
  )
}
