import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { dismissNotice } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import type { Notice } from '../console/console-store'
import { sayRefusal } from '../console/say'
import { type Toast, Toasts } from '../ui/Toasts'

/**
 * How long each kind stays (ms): long enough to be read twice; a refusal long enough to be seen by
 * somebody on the phone.
 */
const staysFor = { done: 5_000, notice: 9_000, pending: 9_000, refused: 15_000 } as const

/** What became of commands, in the officer's language. */
export function Notices() {
  const { t } = useTranslation()
  const ports = usePorts()
  const notices = useConsole((data) => data.notices)
  // What is only good to know is said in the status line.
  const toasts = notices
    .filter(({ tone }) => tone !== 'notice')
    .map((notice): Toast => {
      const { id, tone, params } = notice
      const { command } = params
      return {
        id,
        tone,
        heading: command ? t(`actions:command.${command}`) : null,
        text: sayRefusal(t, notice),
      }
    })
  return (
    <>
      <Toasts
        toasts={toasts}
        dismissLabel={t('app:dismiss')}
        onDismiss={(id) => dismissNotice(ports, id)}
      />
      {notices.map((notice) => (
        <Expiry key={notice.id} notice={notice} />
      ))}
    </>
  )
}

function Expiry({ notice: { id, tone } }: { notice: Notice }) {
  const ports = usePorts()
  useEffect(() => {
    const timer = window.setTimeout(() => dismissNotice(ports, id), staysFor[tone])
    return () => window.clearTimeout(timer)
  }, [ports, id, tone])
  return null
}
