import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button'

export interface DialogFootProps {
  /** `close` where nothing is given up by leaving. */
  readonly leave: 'back' | 'close'
  readonly onLeave: () => void
  /** The button for what the dialog is there for. */
  readonly children?: ReactNode
}

/** The foot of a dialog: the way out first, by Escape too, and what it is there for last. */
export function DialogFoot({ leave, onLeave, children }: DialogFootProps) {
  const { t } = useTranslation()
  return (
    <>
      <Button onClick={onLeave} keys="escape">
        {t(`app:${leave}`)}
      </Button>
      {children}
    </>
  )
}
