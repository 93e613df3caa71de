import { useTranslation } from 'react-i18next'
import { nextOf, planProgress } from '../../shared/incidents/plan-progress'
import { ActionButton } from '../console/ActionButton'
import { useConsole } from '../console/console-context'
import type { CardSubject, Feature } from '../console/feature'
import { NamedAction } from '../console/feature-parts'
import { useSiteCard } from '../console/site-cards'
import { Section } from '../ui/Section'
import { ContactList } from './ContactList'
import { callNextAction } from './call-next-action'
import { callOutcomeActions } from './call-outcome-actions'
import { PhoneLine } from './PhoneLine'

export const callFeature: Feature = {
  actions: [callNextAction, ...callOutcomeActions],
  cardParts: [
    { cards: ['alarm', 'incident'], region: 'head', place: 25, Part: PhoneLine },
    { cards: ['incident'], region: 'call', place: 10, Part: ContactsOfStep },
    { cards: ['incident'], region: 'body', place: 35, Part: Contacts },
  ],
}

/** In the plan step that is a call. */
function ContactsOfStep({ incident, site }: CardSubject) {
  return incident && site ? (
    <>
      <ContactList incident={incident} site={site} />
      <DuressWords siteId={site.id} />
    </>
  ) : null
}

/** Elsewhere in the plan they have their own section. */
function Contacts({ incident, site }: CardSubject) {
  const { t } = useTranslation()
  const atCall = useConsole(
    ({ room }) =>
      incident?.phase === 'open' && nextOf(planProgress(room, incident))?.action === 'call',
  )
  if (!incident || !site || atCall) return null
  return (
    <Section
      title={t('sites:call-order')}
      aside={
        incident.phase === 'open' ? <ActionButton action={callNextAction} tone="quiet" /> : null
      }
    >
      <ContactList incident={incident} site={site} />
      <DuressWords siteId={site.id} />
    </Section>
  )
}

/** Where a duress word is agreed; the journal records who asks for it. */
function DuressWords({ siteId }: { siteId: string }) {
  const card = useSiteCard(siteId)
  const any = card?.site?.contacts.some(({ hasDuressWord }) => hasDuressWord)
  return any ? <NamedAction id="show-duress-words" tone="quiet" reasonVisible /> : null
}
