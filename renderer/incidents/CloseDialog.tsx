import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Disposition, dispositions } from '../../shared/alarms/alarm'
import { closeRefusal } from '../../shared/incidents/decide'
import { useConsole } from '../app/console-context'
import { sayRefusal } from '../app/say'
import { useDialog } from '../app/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { KeyCap } from '../ui/KeyCap'
import { useDialogSubject } from './dialog-subject'
import './close-dialog.css'

/** As shared/console/commands.ts allows. */
const longestRemark = 4000

/** How did it end? One number, one Enter; a remark when there is more to say. */
export function CloseDialog({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation()
  const { close, send } = useDialog()
  const subject = useDialogSubject(incidentId)
  const [disposition, setDisposition] = useState<Disposition | null>(null)
  const [remark, setRemark] = useState('')
  const room = useConsole((data) => data.room)
  const refusal = closeRefusal(room, room.incidents.get(incidentId))
  const reason = refusal ? sayRefusal(t, refusal) : disposition ? null : t('incidents:close.needs-disposition')
  const submit = () => {
    if (disposition && !refusal) send({ type: 'close-incident', incidentId, disposition, remark: remark.trim() })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const writing = event.target instanceof HTMLTextAreaElement
    if (event.key === 'Enter' && (!writing || event.ctrlKey || event.metaKey)) {
      // A focused button answers Enter by itself.
      if (!(event.target instanceof HTMLButtonElement)) submit()
      return
    }
    const chosen = writing ? undefined : dispositions[Number(event.key) - 1]
    if (chosen) setDisposition(chosen)
  }
  return (
    <Dialog
      title={t('incidents:close.title', { subject })}
      onClose={close}
      footer={
        <>
          <Button onClick={close} keys="escape">
            {t('incidents:keep')}
          </Button>
          <Button tone="primary" keys="enter" disabledReason={reason} reasonVisible onClick={submit}>
            {t('incidents:close.submit')}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys typed anywhere in the dialog choose; each choice is a radio button of its own */}
      <div className="close-dialog" onKeyDown={onKeyDown}>
        <fieldset className="close-dialog__choices">
          <legend className="visually-hidden">{t('incidents:close.legend')}</legend>
          {dispositions.map((choice, at) => (
            <label key={choice} className={choice === disposition ? 'choice choice--chosen' : 'choice'}>
              <input
                type="radio"
                name="disposition"
                checked={choice === disposition}
                onChange={() => setDisposition(choice)}
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
              onChange={(event) => setRemark(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  )
}
