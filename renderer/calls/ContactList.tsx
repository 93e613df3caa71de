import { useTranslation } from 'react-i18next'
import type { Incident } from '../../shared/incidents/incident'
import type { SiteRow } from '../../shared/sites/site-row'
import { CardMissing } from '../console/CardMissing'
import { useConsole } from '../console/console-context'
import { useSiteCard } from '../console/site-cards'
import { ContactRow } from './ContactRow'
import { contactsOf, isSaid, nextOrRefusal } from './call-about'
import './contacts.css'

/** Whom to call, in order, what was tried, and the outcome. */
export function ContactList({ incident, site }: { incident: Incident; site: SiteRow }) {
  const { t } = useTranslation()
  const card = useSiteCard(site.id)
  const room = useConsole((data) => data.room)
  const cards = useConsole((data) => data.cards)
  const rows = contactsOf({ cards }, incident)
  if (!rows) return <CardMissing row={site} card={card} />
  const next = incident.phase === 'open' ? nextOrRefusal({ room, cards }, incident) : null
  return (
    <>
      {rows.length === 0 ? <p className="contacts__none">{t('sites:no-contacts')}</p> : null}
      <ol className="contacts">
        {rows.map((row, at) => (
          <ContactRow
            key={`${row.contact.phone}${row.contact.name}${row.contact.role}`}
            row={row}
            number={at + 1}
            incident={incident}
            next={next !== null && !isSaid(next) && next === row.contact}
          />
        ))}
      </ol>
    </>
  )
}
