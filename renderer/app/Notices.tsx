import type { TFunction } from 'i18next'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { dismissNotice } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import type { Notice } from '../console/console-store'
import { isQuiet, sayRefusal } from '../console/say'
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
  const groups = alike(notices.filter(({ tone }) => !isQuiet(tone)))
  const toasts = groups.flatMap((group): Toast[] => {
    const [first] = group
    return first
      ? [
          {
            id: first.id,
            tone: first.tone,
            heading: sayAbout(t, group),
            text: sayRefusal(t, first),
          },
        ]
      : []
  })
  const dismiss = (id: string) => {
    const group = groups.find(([first]) => first?.id === id) ?? []
    for (const notice of group) dismissNotice(ports, notice.id)
  }
  return (
    <>
      <Toasts toasts={toasts} dismissLabel={t('app:dismiss')} onDismiss={dismiss} />
      {notices.map((notice) => (
        <Expiry key={notice.id} notice={notice} />
      ))}
    </>
  )
}

/** The same sentence about several commands is said once: a returning hub answers them all. */
function alike(notices: readonly Notice[]): readonly (readonly Notice[])[] {
  const groups = new Map<string, Notice[]>()
  for (const notice of notices) {
    const key = `${notice.tone} ${notice.code} ${notice.text}`
    groups.set(key, [...(groups.get(key) ?? []), notice])
  }
  return [...groups.values()]
}

/** The commands a sentence is about, how often where more than once; null where it is of none. */
function sayAbout(t: TFunction, group: readonly Notice[]): string | null {
  const counts = new Map<string, number>()
  for (const { params } of group) {
    const command = String(params.command ?? '')
    if (command !== '') counts.set(command, (counts.get(command) ?? 0) + 1)
  }
  const names = [...counts].map(([command, count]) => {
    const name = t(`actions:command.${command}`)
    return count > 1 ? `${name} ×${count}` : name
  })
  return names.length > 0 ? names.join(' · ') : null
}

function Expiry({ notice: { id, tone } }: { notice: Notice }) {
  const ports = usePorts()
  useEffect(() => {
    const timer = window.setTimeout(() => dismissNotice(ports, id), staysFor[tone])
    return () => window.clearTimeout(timer)
  }, [ports, id, tone])
  return null
}
