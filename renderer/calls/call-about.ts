import type { Call, Called } from '../../shared/calls/call'
import { type ContactCalls, contactCalls, nextToCall } from '../../shared/calls/call-order'
import { isSiteSilent, ringingOf } from '../../shared/calls/decide'
import { incidentRefusal } from '../../shared/incidents/decide'
import type { Incident } from '../../shared/incidents/incident'
import { type Refusal, sentence } from '../../shared/lang/decision'
import type { Site } from '../../shared/sites/site'
import type { ConsoleData, Selection } from '../console/console-store'
import { subjectOf } from '../console/selection'
import { cardRefusal } from '../console/site-cards'

export type Contact = Site['contacts'][number]

/** The incident that a call is about, or why nobody may be called now. */
export function incidentToCallFor(data: ConsoleData, about: Selection): Incident | Refusal {
  if (!about) return sentence('nothing-selected', 'Nothing is selected')
  const { incident, alarm } = subjectOf(data, about)
  if (incident) return incidentRefusal(incident) ?? incident
  return alarm?.phase === 'raised'
    ? sentence('not-acknowledged', 'Nobody has acknowledged this alarm yet')
    : sentence('no-incident', 'No incident is open here')
}

/** An incident's contacts in call order, each with what was tried; null without a card. */
export function contactsOf(
  { cards }: Pick<ConsoleData, 'cards'>,
  { siteId, calls }: Incident,
): readonly ContactCalls<Contact>[] | null {
  const site = cards.get(siteId)?.site
  return site ? contactCalls(site.contacts, calls) : null
}

/** Who is to be called next, or why nobody is. */
export function nextOrRefusal(
  data: Pick<ConsoleData, 'room' | 'cards'>,
  incident: Incident,
): Contact | Refusal {
  const rows = contactsOf(data, incident)
  const why = cardRefusal(data.cards.get(incident.siteId))
  if (!rows) return why ?? nobodyLeft
  const silent = isSiteSilent(data.room, incident)
  const ringing = ringingOf(incident)
  const next = nextToCall(ringing ? rows.filter((row) => !rings(row)) : rows, { silent })
  return next ?? (silent ? silentSite : nobodyLeft)
}

const rings = ({ calls }: ContactCalls<Called>): boolean =>
  calls.some(({ phase }: Call) => phase === 'ringing')

const nobodyLeft = sentence('nobody-to-call', 'Everybody on the list was reached already')
const silentSite = sentence(
  'site-not-called',
  'A ringing telephone may cost a life there: the plan says not to call the site',
)

export const isSaid = (value: object): value is Refusal => 'code' in value && 'text' in value
