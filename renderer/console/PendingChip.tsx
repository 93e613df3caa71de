import { useTranslation } from 'react-i18next'
import type { Mark } from '../../shared/expected/marks'
import { listed } from '../../shared/text/isolated'
import { Chip } from '../ui/Chip'
import { useConsole } from './console-context'

/** Whether one of these is only expected: asked for here, and not answered by the hub. */
export const useIsPending = (...marks: readonly Mark[]): boolean =>
  useConsole((data) => marks.some((mark) => data.marks.has(mark)))

/** Says so, with what it waits for: the return of the hub, or only its answer. */
export function PendingChip({
  what = 'mark',
  team,
}: {
  what?: 'mark' | 'dispatch'
  team?: string
}) {
  const { t } = useTranslation()
  const words = useConsole((data) => (data.link.phase === 'live' ? 'live' : 'lost'))
  const text = t(`outbox:${what}.${words}`)
  return (
    <Chip tone="warn" title={t('outbox:mark-title')}>
      <span aria-hidden="true">… </span>
      <bdi>{listed([team, text], ': ')}</bdi>
    </Chip>
  )
}
