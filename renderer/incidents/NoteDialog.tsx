import { useTranslation } from 'react-i18next'
import { useConsole, usePorts } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { useDraft } from '../console/drafts'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { useDialogSubject } from './dialog-subject'

/** As shared/room/commands.ts allows. */
const longestNote = 4000

export function NoteDialog({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation()
  const { newId } = usePorts()
  const { close, send } = useDialog()
  const [text, setText] = useDraft('text')
  const closed = useConsole((data) => data.room.incidents.get(incidentId)?.phase === 'closed')
  const subject = useDialogSubject(incidentId)
  const words = text.trim()
  const submit = () => {
    if (words) send({ type: 'add-note', incidentId, noteId: newId(), text: words })
  }
  return (
    <Dialog
      title={t('incidents:note.title', { subject })}
      onClose={close}
      footer={
        <DialogFoot leave="back" onLeave={close}>
          <Button
            tone="primary"
            keys="ctrl+enter"
            disabledReason={words ? null : t('incidents:note.needs-words')}
            onClick={submit}
          >
            {t('incidents:note.submit')}
          </Button>
        </DialogFoot>
      }
    >
      <Field
        label={t('incidents:note.label')}
        hint={t(closed ? 'incidents:note.late' : 'incidents:note.hint')}
      >
        {(ids) => (
          <textarea
            {...ids}
            className="input"
            rows={6}
            maxLength={longestNote}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
            }}
          />
        )}
      </Field>
    </Dialog>
  )
}
