import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usernameSchema } from '../../shared/accounts/username'
import type { Refusal } from '../../shared/lang/decision'
import { because, sentence } from '../../shared/lang/decision'
import { saidOf } from '../../shared/lang/said-error'
import { useConsole, usePorts } from '../console/console-context'
import { LanguageSwitch } from '../console/LanguageSwitch'
import { sayRefusal } from '../console/say'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { ChooseHub } from './ChooseHub'
import { DemoUsers } from './DemoUsers'
import './sign-in.css'

export function SignIn() {
  const { t } = useTranslation()
  const { bridge } = usePorts()
  const link = useConsole((data) => data.link)
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [capsLock, setCapsLock] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void enter(username, password)
  }
  const enter = async (username: string, password: string) => {
    const missing = missingWords(username, password)
    if (busy || missing) return setRefusal(missing)
    setBusy(true)
    const answer = await bridge
      .ask('sign-in', { username: username.trim(), password })
      .catch(notAsked)
    setBusy(false)
    setPassword('')
    setRefusal(answer)
  }
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  const why = refusal ?? (link.phase === 'signed-out' ? link.said : null)
  const said = why ? sayRefusal(t, why) : ''
  return (
    <main className="sign-in">
      <form
        className="sign-in__card"
        onSubmit={submit}
        onKeyDown={watchCapsLock}
        onKeyUp={watchCapsLock}
      >
        <p className="sign-in__product">Navbatchi</p>
        <h1 className="sign-in__title">{t('session:title')}</h1>
        <p className="sign-in__hub selectable">
          {t('session:hub')}: {link.phase === 'signed-out' ? link.hub : ''}
        </p>
        <Field label={t('session:name')}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              autoComplete="username"
              // biome-ignore lint/a11y/noAutofocus: the screen has this one purpose, and typing a name starts it
              autoFocus
              spellCheck={false}
              value={username}
              onChange={(event) => setUsername(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('session:password')} hint={capsLock ? t('session:caps-lock') : null}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <p className="sign-in__refusal" role="alert">
          {said}
        </p>
        {link.phase === 'signed-out' && link.demo ? (
          <DemoUsers demo={link.demo} onChosen={enter} />
        ) : null}
        <div className="sign-in__foot">
          <LanguageSwitch />
          <Button
            type="submit"
            tone="primary"
            keys="enter"
            disabledReason={busy ? t('session:busy') : null}
          >
            {t(busy ? 'session:busy' : 'session:submit')}
          </Button>
        </div>
      </form>
      <ChooseHub />
    </main>
  )
}

function missingWords(username: string, password: string): Refusal | null {
  if (!username.trim()) return sentence('name-needed', 'A name is needed')
  if (!usernameSchema.safeParse(username).success)
    return sentence('name-form', 'A name to sign in with has 1 to 40 letters a-z, digits or . _ -')
  return password ? null : sentence('password-needed', 'A password is needed')
}

const notAsked = (error: unknown): Refusal =>
  because('hub-not-asked', 'The console could not ask the hub: {reason}', saidOf(error))
