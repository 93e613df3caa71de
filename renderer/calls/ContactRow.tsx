import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Call, type CallOutcome, callOutcomes } from '../../shared/calls/call'
import type { ContactCalls } from '../../shared/calls/call-order'
import { callRefusal } from '../../shared/calls/decide'
import type { Incident } from '../../shared/incidents/incident'
import { listed } from '../../shared/text/isolated'
import { useConsole, usePorts } from '../console/console-context'
import { PendingMark } from '../console/PendingChip'
import { sayRefusal } from '../console/say'
import { commandRefusal, sendCommand } from '../console/send-command'
import { wallTime } from '../console/time'
import { Button } from '../ui/Button'
import { Chip } from '../ui/Chip'
import { KeyCap } from '../ui/KeyCap'
import type { Contact } from './call-about'
import { callContact } from './call-contact'
import { callNextAction } from './call-next-action'
import { Ringing } from './Ringing'

export interface ContactRowProps {
  readonly row: ContactCalls<Contact>
  readonly number: number
  readonly incident: Incident
  /** The contact the key calls. */
  readonly next: boolean
}

export function ContactRow({ row, number, incident, next }: ContactRowProps) {
  const { t } = useTranslation()
  const { contact, calls } = row
  const { role, name, elsewhere, hasDuressWord } = contact
  const ringing = calls.findLast((call) => call.phase === 'ringing')
  return (
    <li className={ringing ? 'contact contact--ringing' : 'contact'}>
      <span className="contact__number">{number}</span>
      <div className="contact__body">
        <p className="contact__who">
          <CallButton contact={contact} incident={incident} next={next} />
          <span className="contact__role">{listed([role, name], ', ')}</span>
          {elsewhere ? <span className="contact__note">{t('calls:elsewhere')}</span> : null}
          {hasDuressWord ? (
            <Chip title={t('sites:duress-word-title')}>{t('sites:duress-word')}</Chip>
          ) : null}
        </p>
        {ringing ? <Ringing call={ringing} /> : null}
        <Tried calls={calls} incident={incident} />
      </div>
    </li>
  )
}

function CallButton({
  contact,
  incident,
  next,
}: Pick<ContactRowProps, 'incident' | 'next'> & { contact: Contact }) {
  const { t } = useTranslation()
  const ports = usePorts()
  const { phone } = contact
  const why = useConsole((data) => {
    if (incident.phase !== 'open') return ''
    const refusal =
      commandRefusal(data, 'call-contact') ?? callRefusal(data.room, incident, contact)
    return refusal ? sayRefusal(t, refusal) : null
  })
  const send = (command: Parameters<typeof sendCommand>[1]) => sendCommand(ports, command)
  if (why === '')
    return (
      <strong className="contact__phone selectable">
        <bdi>{phone}</bdi>
      </strong>
    )
  return (
    <button
      type="button"
      className="contact__phone contact__phone--call"
      aria-label={t('calls:call', { phone })}
      aria-disabled={why !== null}
      title={why ?? t('calls:call', { phone })}
      onClick={() => {
        if (why === null) void callContact({ ports, send }, incident, contact)
      }}
    >
      <bdi>{phone}</bdi>
      {next ? <KeyCap keys={callNextAction.keys} /> : null}
    </button>
  )
}

/** Outcomes of ended calls, one line each, since times and names are read out later. */
function Tried({ calls, incident }: { calls: readonly Call[]; incident: Incident }) {
  const { t } = useTranslation()
  const [correcting, setCorrecting] = useState<string | null>(null)
  const ended = calls.flatMap((call) => (call.phase === 'ended' ? [call] : []))
  const last = ended.at(-1)
  return (
    <>
      {ended.map((call) => (
        <p key={call.id} className={`contact__tried contact__tried--${call.outcome}`}>
          <span aria-hidden="true">{call.outcome === 'answered' ? '✓' : '✕'}</span>
          <span>{t(`incidents:outcome.${call.outcome}`)}</span>
          <time>{wallTime(call.endedAt)}</time>
          <bdi className="contact__by ellipsis">{call.endedBy}</bdi>
          <PendingMark row={{ row: 'entry', seq: call.seq }} />
          {call === last && call.outcome !== 'duress-word' && incident.phase === 'open' ? (
            <button
              type="button"
              className="contact__correct"
              onClick={() => setCorrecting(correcting === call.id ? null : call.id)}
            >
              {t('calls:correct')}
            </button>
          ) : null}
        </p>
      ))}
      {last && correcting === last.id ? (
        <Correction call={last} incident={incident} onDone={() => setCorrecting(null)} />
      ) : null}
    </>
  )
}

interface CorrectionProps {
  readonly call: Call
  readonly incident: Incident
  readonly onDone: () => void
}

function Correction({ call, incident, onDone }: CorrectionProps) {
  const { t } = useTranslation()
  const ports = usePorts()
  const choose = (outcome: CallOutcome) => {
    onDone()
    void sendCommand(ports, {
      ...{ type: 'end-call', incidentId: incident.id, callId: call.id, outcome },
      threatId: ports.newId(),
    })
  }
  return (
    <div className="contact__outcomes">
      {callOutcomes.map((outcome) => (
        <Button key={outcome} onClick={() => choose(outcome)}>
          {t(`incidents:outcome.${outcome}`)}
        </Button>
      ))}
    </div>
  )
}
