import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDialog } from '../app/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'

/** As shared/console/commands.ts allows. */
const longestReason = 500

export interface ReasonDialogProps {
  readonly title: string
  readonly submit: string
  /** The usual reasons, each filled in by one press. */
  readonly usual: readonly string[]
  readonly onReason: (reason: string) => void
}

/** Asks why, since the journal will be asked why. */
export function ReasonDialog({ title, submit, usual, onReason }: ReasonDialogProps) {
  const { t } = useTranslation()
  const { close } = useDialog()
  const [reason, setReason] = useState('')
  const words = reason.trim()
  const done = () => {
    if (words) onReason(words)
  }
  return (
    <Dialog
      title={title}
      onClose={close}
      footer={
        <>
          <Button onClick={close} keys="escape">
            {t('incidents:keep')}
          </Button>
          <Button tone="danger" keys="enter" disabledReason={words ? null : t('teams:reason.needed')} onClick={done}>
            {submit}
          </Button>
        </>
      }
    >
      <ReasonField value={reason} usual={usual} onChange={setReason} onEnter={done} />
    </Dialog>
  )
}

export interface ReasonFieldProps {
  readonly value: string
  readonly usual: readonly string[]
  readonly onChange: (value: string) => void
  readonly onEnter: () => void
}

/** One line for a reason, with the usual ones to press. */
export function ReasonField({ value, usual, onChange, onEnter }: ReasonFieldProps) {
  const { t } = useTranslation()
  return (
    <>
      <Field label={t('teams:reason.label')} hint={t('teams:reason.hint')}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            maxLength={longestReason}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onEnter()
            }}
          />
        )}
      </Field>
      <div className="run__buttons">
        {usual.map((text) => (
          <Button key={text} onClick={() => onChange(text)}>
            {text}
          </Button>
        ))}
      </div>
    </>
  )
}
