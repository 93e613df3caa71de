import { useTranslation } from 'react-i18next'
import { type Disposition, dispositions } from '../../shared/alarms/alarm'
import { Field } from '../ui/Field'
import { choiceOf, useKeysInside } from '../ui/keys-inside'
import { NumberedChoices } from '../ui/NumberedChoices'
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

/** A number chooses how it ended, wherever the focus is except in the remark; Enter submits. */
export function DispositionForm({
  disposition,
  remark,
  onDisposition,
  onRemark,
  onSubmit,
}: DispositionFormProps) {
  const { t } = useTranslation()
  const area = useKeysInside((event, writing) => {
    if (event.key === 'Enter' && (!writing || event.ctrlKey || event.metaKey)) {
      // A focused button answers Enter itself.
      if (!(event.target instanceof HTMLButtonElement)) onSubmit()
      return
    }
    const chosen = writing ? undefined : choiceOf(dispositions, event)
    if (chosen) onDisposition(chosen)
  })
  return (
    <div className="dialog__stack" ref={area}>
      <fieldset className="disposition-form__choices">
        <legend className="visually-hidden">{t('incidents:close.legend')}</legend>
        <NumberedChoices
          name="disposition"
          choices={dispositions}
          chosen={disposition}
          onChoose={onDisposition}
          say={(choice) => t(`incidents:disposition.${choice}`)}
        />
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
