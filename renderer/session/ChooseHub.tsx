import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../shared/lang/decision'
import { usePorts } from '../console/console-context'
import { sayRefusal } from '../console/say'
import { notTaken } from '../console/send-command'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import './choose-hub.css'

/**
 * Another hub by its address, or this desk's own hub. Stored in the settings, effective at once.
 */
export function ChooseHub() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  if (open) return <HubForm onClose={() => setOpen(false)} />
  return <Button onClick={() => setOpen(true)}>{t('session:hub-choice.open')}</Button>
}

function HubForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { bridge } = usePorts()
  const [address, setAddress] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const choose = async (hub: string | null) => {
    if (busy) return
    setBusy(true)
    const answer = await bridge.ask('choose-hub', { hub }).catch(notTaken)
    setBusy(false)
    setRefusal(answer)
    if (answer === null) onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void choose(address.trim())
  }
  return (
    <form className="choose-hub" onSubmit={submit} aria-label={t('session:hub-choice.title')}>
      <Field
        label={t('session:hub-choice.address')}
        hint={t('session:hub-choice.hint')}
        error={refusal ? sayRefusal(t, refusal) : null}
      >
        {(ids) => (
          <input
            {...ids}
            className="input"
            // biome-ignore lint/a11y/noAutofocus: who opens the form wants to type the address
            autoFocus
            spellCheck={false}
            maxLength={300}
            placeholder="https://"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        )}
      </Field>
      <div className="choose-hub__foot">
        <Button type="submit" tone="primary">
          {t('session:hub-choice.connect')}
        </Button>
        <Button onClick={() => void choose(null)}>{t('session:hub-choice.own')}</Button>
        <Button onClick={onClose}>{t('session:hub-choice.keep')}</Button>
      </div>
      <p className="choose-hub__about">{t('session:hub-choice.own-about')}</p>
    </form>
  )
}
