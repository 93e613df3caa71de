import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button'

export interface DialogFootProps {
  /** `close` where leaving gives nothing up. */
  readonly leave: 'back' | 'close'
  readonly onLeave: () => void
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
