import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { LocalJournalState } from '../../shared/ipc/contract'
import { useConsole } from '../console/console-context'
import { StatusItem } from '../console/StatusItem'
import { sayRefusal } from '../console/say'

/** A copy a few entries behind is catching up; this far behind it is in trouble. */
const trouble = 1_000

export function OwnCopyStatus() {
  const { t } = useTranslation()
  const live = useConsole((data) => data.mode === 'live')
  const copy = useConsole((data) => data.localJournal)
  if (!live) return null
  const behind = copy.hubSeq - copy.seq
  const bad = copy.fault !== null || behind > trouble
  return <StatusItem tone={bad ? 'bad' : 'quiet'}>{sayCopy(t, copy, behind)}</StatusItem>
}

function sayCopy(t: TFunction, { fault }: LocalJournalState, behind: number): string {
  if (fault !== null) return t('app:status.copy-fault', { fault: sayRefusal(t, fault) })
  return behind > 0 ? t('app:status.copy-behind', { count: behind }) : t('app:status.copy-level')
}
