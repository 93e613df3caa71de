import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import './reason-field.css'

/** As shared/room/commands.ts allows. */
const longestReason = 500

export interface ReasonFieldProps {
  readonly value: string
  readonly usual: readonly string[]
  readonly onChange: (value: string) => void
  readonly onEnter: () => void
}

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
      <div className="reason-field__usual">
        {usual.map((text) => (
          <Button key={text} onClick={() => onChange(text)}>
            {text}
          </Button>
        ))}
      </div>
    </>
  )
}
