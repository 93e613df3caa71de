import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '../../shared/incidents/incident'
import { ActionButton } from '../console/ActionButton'
import { openDialog } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import type { Draft } from '../console/console-store'
import { PendingMark } from '../console/PendingChip'
import { wallTime } from '../console/time'
import { addNoteAction } from './add-note-action'
import { closeIncidentAction } from './close-incident-action'
import './incident-foot.css'

/**
 * The part of an incident that never scrolls away: unfinished text, the newest note, and the two
 * ways to go on.
 */
export function IncidentFoot({ incident }: { incident: Incident }) {
  return (
    <>
      <Drafts incidentId={incident.id} />
      <NewestNote incident={incident} />
      <div className="subject__foot">
        <ActionButton action={addNoteAction} />
        <ActionButton action={closeIncidentAction} reasonVisible />
      </div>
    </>
  )
}

/** Shows a note just saved, whatever part of the card is in view. */
function NewestNote({ incident }: { incident: Incident }) {
  const { t } = useTranslation()
  const note = incident.log.findLast(({ type }) => type === 'incident-note-added')
  if (!note) return null
  const text = String(note.params.text)
  return (
    <p className="incident-foot__note" title={text}>
      <time>{wallTime(note.at)}</time>
      <span className="incident-foot__text selectable">{text}</span>
      <PendingMark row={{ row: 'entry', seq: note.seq }} short />
      <span className="visually-hidden">{t('incidents:note-by', { by: note.by })}</span>
    </p>
  )
}

function Drafts({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation()
  const ports = usePorts()
  const drafts = useConsole((data) => data.drafts)
  const open = useConsole((data) => data.dialog)
  const mine = useMemo(
    () =>
      [...drafts.values()].filter((draft) => isAbout(draft, incidentId) && textOf(draft) !== ''),
    [drafts, incidentId],
  )
  if (open !== null) return null
  return mine.map((draft) => (
    <button
      key={draft.dialog.kind}
      type="button"
      className="incident-foot__draft"
      onClick={() => openDialog(ports, draft.dialog)}
    >
      <strong>{t('incidents:draft')}</strong> <span className="ellipsis">{textOf(draft)}</span>
    </button>
  ))
}

const isAbout = ({ dialog }: Draft, incidentId: string): boolean =>
  'incidentId' in dialog && dialog.incidentId === incidentId

const textOf = ({ fields: { text = '', remark = '' } }: Draft): string => (text || remark).trim()
