import { useTranslation } from 'react-i18next'
import { type Pending, type PendingRow, pendingOf } from '../../shared/expected/pending-rows'
import { listed } from '../../shared/text/isolated'
import { Chip } from '../ui/Chip'
import { useConsole } from './console-context'

export const usePending = (row: PendingRow): Pending | null =>
  useConsole((data) => pendingOf(data.marks, row))

export function PendingMark({ row, short }: { row: PendingRow; short?: boolean }) {
  const pending = usePending(row)
  return pending ? <PendingChip what={short && pending === 'mark' ? 'short' : pending} /> : null
}

/**
 * Like PendingMark where no word fits: only the sign, with its words in the tooltip and for screen
 * readers.
 */
export function PendingSign({ row }: { row: PendingRow }) {
  const words = usePendingWords(usePending(row) ?? 'mark')
  if (!usePending(row)) return null
  return (
    <Chip tone="warn" title={words}>
      <span aria-hidden="true">…</span>
      <span className="visually-hidden">{words}</span>
    </Chip>
  )
}

/** What the row waits for, in words: the hub's return, or only its answer. */
export const usePendingWords = (what: Pending | 'short'): string => {
  const { t } = useTranslation()
  const state = useConsole((data) => (data.link.phase === 'live' ? 'live' : 'lost'))
  return t(`outbox:${what}.${state}`)
}

/** The tooltip has the whole text, since a chip is cut where room is short. */
export function PendingChip({ what, team }: { what: Pending | 'short'; team?: string }) {
  const { t } = useTranslation()
  const words = listed([team, usePendingWords(what)], ': ')
  return (
    <Chip tone="warn" title={listed([words, t('outbox:mark-title')], '\n')}>
      <span aria-hidden="true">… </span>
      <bdi>{words}</bdi>
    </Chip>
  )
}
