import type { ReactNode } from 'react'
import type { Disposition } from '../../shared/alarms/alarm'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { DialogFoot } from './DialogFoot'
import { DispositionForm } from './DispositionForm'
import { useDraft } from './drafts'
import { useDialog } from './use-dialog'

export interface Ending {
  readonly disposition: Disposition
  readonly remark: string
}

export interface EndingDialogProps {
  readonly title: string
  readonly submit: string
  readonly reason: (disposition: Disposition | null, remark: string) => string | null
  readonly onEnd: (ending: Ending) => void
  readonly children?: ReactNode
}

/** How did it end? One number, one Enter; a remark when there is more to say. */
export function EndingDialog({ title, submit, reason, onEnd, children }: EndingDialogProps) {
  const { close } = useDialog()
  const [chosen, setDisposition] = useDraft<Disposition>('disposition')
  const disposition = chosen || null
  const [remark, setRemark] = useDraft('remark')
  const why = reason(disposition, remark)
  const end = () => {
    if (disposition && why === null) onEnd({ disposition, remark: remark.trim() })
  }
  return (
    <Dialog
      title={title}
      onClose={close}
      footer={
        <DialogFoot leave="back" onLeave={close}>
          <Button tone="primary" keys="enter" disabledReason={why} reasonVisible onClick={end}>
            {submit}
          </Button>
        </DialogFoot>
      }
    >
      {children}
      <DispositionForm
        disposition={disposition}
        remark={remark}
        onDisposition={setDisposition}
        onRemark={setRemark}
        onSubmit={end}
      />
    </Dialog>
  )
}
