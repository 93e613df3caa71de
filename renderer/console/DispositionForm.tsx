import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { type Disposition, dispositions } from '../../shared/alarms/alarm'
import { Field } from '../ui/Field'
import { KeyCap } from '../ui/KeyCap'
import '../ui/choice.css'
import './disposition-form.css'

/** As shared/room/commands.ts allows. */
const longestRemark = 4000

export interface DispositionFormProps {
  readonly disposition: Disposition | null
  readonly remark: string
  readonly onDisposition: (disposition: Disposition) => void
  readonly onRemark: (remark: string) => void
  readonly onSubmit: () => void
}

/** How did it end? One number, one Enter; a remark when there is more to say. */
export function DispositionForm({
  disposition,
  remark,
  onDisposition,
  onRemark,
  onSubmit,
}: DispositionFormProps) {
  const { t } = useTranslation()
  const onKeyDown = (event: KeyboardEvent) => {
    const writing = event.target instanceof HTMLTextAreaElement
    if (event.key === 'Enter' && (!writing || event.ctrlKey || event.metaKey)) {
      // A focused button answers Enter by itself.
      if (!(event.target instanceof HTMLButtonElement)) onSubmit()
      return
    }
    const chosen = writing ? undefined : dispositions[Number(event.key) - 1]
    if (chosen) onDisposition(chosen)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys typed anywhere in the dialog choose; each choice is a radio button of its own
    <div className="disposition-form" onKeyDown={onKeyDown}>
      <fieldset className="disposition-form__choices">
        <legend className="visually-hidden">{t('incidents:close.legend')}</legend>
        {dispositions.map((choice, at) => (
          <label
            key={choice}
            className={choice === disposition ? 'choice choice--chosen' : 'choice'}
          >
            <input
              type="radio"
              name="disposition"
              checked={choice === disposition}
              onChange={() => onDisposition(choice)}
            />
            <KeyCap keys={String(at + 1)} />
            <span>{t(`incidents:disposition.${choice}`)}</span>
          </label>
        ))}
      </fieldset>
      <Field label={t('incidents:close.remark')} hint={t('incidents:close.remark-hint')}>
        {(ids) => (
          <textarea
            {...ids}
            className="input"
            rows={3}
            maxLength={longestRemark}
            value={remark}
            onChange={(event) => onRemark(event.target.value)}
          />
        )}
      </Field>
    </div>
  )
}
