import { useTranslation } from 'react-i18next'
import { Button, type ButtonProps } from '../ui/Button'
import type { Action } from './action'
import type { Selection } from './console-store'
import { useAction } from './use-action'

export interface ActionButtonProps {
  readonly action: Action
  readonly about?: Selection
  readonly tone?: NonNullable<ButtonProps['tone']>
  /** Shows the reason why not as a line below the label. */
  readonly reasonVisible?: boolean
}

/** An action as a button: its label, its key, and why it cannot be done now. Never hidden. */
export function ActionButton({
  action,
  about,
  tone = 'plain',
  reasonVisible = false,
}: ActionButtonProps) {
  const { t } = useTranslation()
  const { disabledReason, run } = useAction(action, about)
  return (
    <Button
      tone={tone}
      keys={action.keys}
      disabledReason={disabledReason}
      reasonVisible={reasonVisible}
      onClick={run}
    >
      {t(`actions:${action.id}`)}
    </Button>
  )
}
