import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { DialogFoot } from './DialogFoot'
import { useDraft } from './drafts'
import { ReasonField } from './ReasonField'
import { useDialog } from './use-dialog'

export interface ReasonDialogProps {
  readonly title: string
  readonly submit: string
  readonly usual: readonly string[]
  readonly onReason: (reason: string) => void
}

/** Asks for a reason, because the journal will be asked for it. */
export function ReasonDialog({ title, submit, usual, onReason }: ReasonDialogProps) {
  const { t } = useTranslation()
  const { close } = useDialog()
  const [reason, setReason] = useDraft('reason')
  const words = reason.trim()
  const done = () => {
    if (words) onReason(words)
  }
  return (
    <Dialog
      title={title}
      onClose={close}
      footer={
        <DialogFoot leave="back" onLeave={close}>
          <Button
            tone="danger"
            keys="enter"
            disabledReason={words ? null : t('teams:reason.needed')}
            onClick={done}
          >
            {submit}
          </Button>
        </DialogFoot>
      }
    >
      <ReasonField value={reason} usual={usual} onChange={setReason} onEnter={done} />
    </Dialog>
  )
}
