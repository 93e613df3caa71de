import { useTranslation } from 'react-i18next'
import { useConsole } from '../console/console-context'
import { me } from '../console/console-store'
import { useAction } from '../console/use-action'
import { Button } from '../ui/Button'
import { signOutAction } from './sign-out-action'
import './sign-in.css'

/** A door with an arrow, beside the name of the user it signs out. */
export function SignOutButton() {
  const { t } = useTranslation()
  const { disabledReason, run } = useAction(signOutAction)
  const you = useConsole(me)
  const mode = useConsole((data) => data.mode)
  if (!you || mode !== 'live') return null
  return (
    <Button
      tone="quiet"
      label={`${t('actions:sign-out')} (Ctrl+Shift+L)`}
      disabledReason={disabledReason}
      onClick={run}
    >
      <svg className="sign-out-symbol" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M9 2H3v12h6M7 8h7M11 5l3 3-3 3" />
      </svg>
    </Button>
  )
}
