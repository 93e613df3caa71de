import { useState } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { useTranslation } from 'react-i18next'
import { useConsole, usePorts } from '../console/console-context'
import { Button } from '../ui/Button'
import { belongsToFocus } from './key-owner'

/** Tries the hub at once, or reloads the page if the page failed. */
export function TryAgainButton({ byKey = false }: { byKey?: boolean }) {
  const { t } = useTranslation()
  const { bridge } = usePorts()
  const pageFailed = useConsole((data) => data.feedStopped)
  const [trying, setTrying] = useState(false)
  const again = () => {
    if (pageFailed) return window.location.reload()
    if (trying) return
    setTrying(true)
    // The link reports the result.
    const tried = () => setTrying(false)
    bridge.ask('try-again', {}).then(tried, tried)
  }
  useHotkeys('r, enter', again, {
    enabled: byKey,
    preventDefault: true,
    ignoreEventWhen: (event) => event.repeat || belongsToFocus(event, {}),
  })
  const words = t(trying ? 'app:unreachable.trying' : 'app:failed.retry')
  return (
    <Button
      tone="primary"
      onClick={again}
      {...(byKey ? { keys: 'r' } : {})}
      disabledReason={trying ? words : null}
    >
      {words}
    </Button>
  )
}
