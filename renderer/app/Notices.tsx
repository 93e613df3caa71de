import type { TFunction } from 'i18next'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { listed } from '../../shared/text/isolated'
import { dismissNotice, staysUp } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import type { Notice } from '../console/console-store'
import { isQuiet, sayRefusal } from '../console/say'
import { wallTime } from '../console/time'
import { type Toast, Toasts } from '../ui/Toasts'

/**
 * How long each kind stays (ms): long enough to read twice, and a refusal long enough for somebody
 * on the phone.
 */
const staysFor = { done: 5_000, notice: 9_000, pending: 9_000, refused: 15_000 } as const

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

/** One sentence about several commands is said once: a returning hub answers them all. */
function alike(notices: readonly Notice[]): readonly (readonly Notice[])[] {
  const groups = new Map<string, Notice[]>()
  for (const notice of notices) {
    const key = `${notice.tone} ${notice.code} ${notice.text}`
    groups.set(key, [...(groups.get(key) ?? []), notice])
  }
  return [...groups.values()]
}

/** Commands named in one sentence; the rest are counted. */
const mostNamed = 6

/** The commands a sentence is about, with a count if more than one; null when it is about none. */
function sayAbout(t: TFunction, group: readonly Notice[]): string | null {
  const counts = new Map<string, number>()
  for (const { params } of group) {
    const name = sayCommand(t, params)
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const names = [...counts].map(([name, count]) => (count > 1 ? `${name} ×${count}` : name))
  const more = names.length - mostNamed
  const shown = more > 0 ? [...names.slice(0, mostNamed), `+${more}`] : names
  return shown.length > 0 ? shown.join(' · ') : null
}

/** A command's name; for one that waited also its team and site, when it was given and by whom. */
function sayCommand(t: TFunction, { command, ofTeam, ofSite, givenAt, givenBy }: Notice['params']) {
  if (!command) return ''
  const name = t(`command:${command}`)
  if (typeof givenAt !== 'number') return name
  const words = (...values: readonly (string | number | undefined)[]) =>
    listed(
      values.map((value) => (value === undefined ? '' : String(value))),
      ', ',
    )
  return `${words(name, ofTeam, ofSite)} (${words(givenBy, wallTime(givenAt))})`
}

function Expiry({ notice }: { notice: Notice }) {
  const ports = usePorts()
  const { id, tone } = notice
  const stays = staysUp(notice)
  useEffect(() => {
    if (stays) return
    const timer = window.setTimeout(() => dismissNotice(ports, id), staysFor[tone])
    return () => window.clearTimeout(timer)
  }, [ports, id, tone, stays])
  return null
}
