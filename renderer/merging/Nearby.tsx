import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '../../shared/incidents/incident'
import { sceneOf } from '../../shared/incidents/scene'
import type { Likely } from '../../shared/merging/likely-same'
import type { Command } from '../../shared/room/commands'
import { ActionButton } from '../console/ActionButton'
import { useConsole, usePorts } from '../console/console-context'
import type { Selection } from '../console/console-store'
import type { CardSubject } from '../console/feature'
import { likelyWords } from '../console/likely-words'
import { useNow } from '../console/now'
import { selectOnly } from '../console/selection'
import { commandRefusal, sendCommand } from '../console/send-command'
import { wallTime } from '../console/time'
import { Button } from '../ui/Button'
import { Section } from '../ui/Section'
import { likelyKey } from './likely-key'
import { likelyAbout, mergeCommand, mergedIn } from './merge-about'
import { mergeAction, unmergeAction } from './merge-actions'
import './nearby.css'

/** What is merged in the incident and linked to it, and what is open near it. */
export function Nearby({ alarm, incident }: CardSubject) {
  const live = useConsole((data) => data.mode === 'live')
  const about: Selection = incident
    ? { kind: 'incident', incidentId: incident.id }
    : alarm && { kind: 'alarm', alarmId: alarm.id }
  return (
    <>
      {incident ? <MergedHere incident={incident} /> : null}
      {incident ? <Linked incident={incident} /> : null}
      {live && about ? <Offered about={about} /> : null}
    </>
  )
}

function MergedHere({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const room = useConsole((data) => data.room)
  const parts = mergedIn(room, incident)
  if (parts.length === 0) return null
  return (
    <Section
      title={t('merging:merged-here')}
      aside={<ActionButton action={unmergeAction} tone="quiet" />}
    >
      <ul className="nearby">
        {parts.map((part) => (
          <Row key={part.id} words={<IncidentWords incident={part} />}>
            <Give command={{ type: 'unmerge-incident', incidentId: part.id }}>
              {t('merging:unmerge')}
            </Give>
          </Row>
        ))}
      </ul>
    </Section>
  )
}

function Linked({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const { store } = usePorts()
  const room = useConsole((data) => data.room)
  const links = (incident.links ?? []).flatMap((id) => room.incidents.get(id) ?? [])
  if (links.length === 0) return null
  return (
    <Section title={t('merging:linked')}>
      <ul className="nearby">
        {links.map((other) => (
          <Row key={other.id} words={<IncidentWords incident={other} />}>
            <Button
              tone="quiet"
              onClick={() => selectOnly(store, { kind: 'incident', incidentId: other.id })}
            >
              {t('merging:show')}
            </Button>
            <Give command={{ type: 'unlink-incidents', incidentId: incident.id, withId: other.id }}>
              {t('merging:unlink')}
            </Give>
          </Row>
        ))}
      </ul>
    </Section>
  )
}

function Offered({ about }: { about: NonNullable<Selection> }) {
  const { t } = useTranslation()
  const { store, newId } = usePorts()
  const now = useNow()
  const room = useConsole((data) => data.room)
  const key = JSON.stringify(about)
  const likely = useMemo(() => likelyAbout({ room }, JSON.parse(key) as Selection), [room, key])
  if (likely.length === 0) return null
  const merge = (one: Likely) => mergeCommand(store.getState(), about, one, newId)
  return (
    <Section title={t('merging:nearby')} aside={<ActionButton action={mergeAction} tone="quiet" />}>
      <ul className="nearby">
        {likely.map((one) => (
          <Row key={likelyKey(one)} words={likelyWords(t, one, now)}>
            <Give command={() => merge(one)}>{t('merging:merge')}</Give>
            {about.kind === 'incident' && one.of === 'incident' ? (
              <Give
                command={{
                  ...{ type: 'link-incidents', incidentId: about.incidentId },
                  withId: one.incidentId,
                }}
              >
                {t('merging:link')}
              </Give>
            ) : null}
          </Row>
        ))}
      </ul>
    </Section>
  )
}

const Row = ({ words, children }: { words: ReactNode; children: ReactNode }) => (
  <li className="nearby__one">
    <span className="nearby__words">{words}</span>
    {children}
  </li>
)

function IncidentWords({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const site = useConsole(({ room }) => sceneOf(room, incident))
  return `${t(`kinds:alarm.${incident.kind}`)}, ${site?.name ?? t('alarms:unknown-site')} · ${wallTime(incident.openedAt)}`
}

interface GiveProps {
  readonly command: Command | (() => Command | null)
  readonly children: ReactNode
}

/** A button that gives one command. */
function Give({ command, children }: GiveProps) {
  const ports = usePorts()
  const may = useConsole((data) => commandRefusal(data, 'merge-incident') === null)
  if (!may) return null
  return (
    <Button
      tone="quiet"
      onClick={() => {
        const given = typeof command === 'function' ? command() : command
        if (given) void sendCommand(ports, given)
      }}
    >
      {children}
    </Button>
  )
}
