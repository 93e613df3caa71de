import type { ReactNode } from 'react'
import { DialogFoot } from '../console/DialogFoot'
import { useDialog } from '../console/use-dialog'
import { ChoiceList, type ChoiceListProps } from '../ui/ChoiceList'
import { Dialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'

export interface ChoiceDialogProps {
  readonly title: string
  /** `none` is shown when there is nothing to choose from. */
  readonly list: ChoiceListProps & { readonly none: string }
  readonly submit: ReactNode
  readonly above?: ReactNode
  readonly children: ReactNode
}

export function ChoiceDialog({ title, list, submit, above, children }: ChoiceDialogProps) {
  const { close } = useDialog()
  const { none, ...choosing } = list
  return (
    <Dialog
      title={title}
      width="wide"
      onClose={close}
      footer={
        <DialogFoot leave="back" onLeave={close}>
          {submit}
        </DialogFoot>
      }
    >
      <div className="dialog__stack">
        {above}
        {choosing.choices.length === 0 ? <EmptyState text={none} /> : <ChoiceList {...choosing} />}
        {children}
      </div>
    </Dialog>
  )
}
