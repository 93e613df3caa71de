import { useTranslation } from 'react-i18next'
import type { BeaconState, LocalJournalState } from '../../shared/ipc/contract'
import { openDialog } from './console-changes'
import { useConsole, usePorts } from './console-context'
import './status-line.css'

/** The plumbing, in words: what is quiet is well, what is coloured wants somebody. */
export function StatusLine() {
  const { t } = useTranslation()
  const ports = usePorts()
  const live = useConsole((data) => data.mode === 'live')
  const pending = useConsole((data) => data.pending.length)
  const quarantined = useConsole((data) => data.room.quarantine.count)
  const seq = useConsole((data) => data.room.seq)
  return (
    <footer className="status-line">
      {live ? (
        <>
          <button
            type="button"
            className={pending > 0 ? 'status-item status-item--warn' : 'status-item'}
            onClick={() => openDialog(ports, { kind: 'outbox' })}
          >
            {pending > 0 ? t('app:status.outbox', { count: pending }) : t('app:status.outbox-empty')}
          </button>
          <OwnCopy />
          <Beacon />
        </>
      ) : null}
      <button
        type="button"
        className={quarantined > 0 ? 'status-item status-item--note' : 'status-item'}
        onClick={() => openDialog(ports, { kind: 'quarantine' })}
      >
        {quarantined > 0 ? t('app:status.quarantine', { n: quarantined }) : t('app:status.quarantine-none')}
      </button>
      <span className="status-item status-item--last">{t('app:status.entry', { seq })}</span>
    </footer>
  )
}

/** A copy a few entries behind is on its way; this far behind it is in trouble. */
const trouble = 1_000

function OwnCopy() {
  const { t } = useTranslation()
  const copy = useConsole((data) => data.localJournal)
  const behind = copy.hubSeq - copy.seq
  const bad = copy.fault !== null || behind > trouble
  return <span className={bad ? 'status-item status-item--bad' : 'status-item'}>{sayCopy(copy, behind, t)}</span>
}

type Say = ReturnType<typeof useTranslation>['t']

function sayCopy({ fault }: LocalJournalState, behind: number, t: Say): string {
  if (fault !== null) return t('app:status.copy-fault', { fault })
  return behind > 0 ? t('app:status.copy-behind', { count: behind }) : t('app:status.copy-level')
}

function Beacon() {
  const { t } = useTranslation()
  const { phase, on, text } = useConsole((data): BeaconState => data.beacon)
  const state = phase === 'ready' && on ? 'on' : phase
  const tone = state === 'failed' ? ' status-item--bad' : state === 'on' ? ' status-item--warn' : ''
  return <span className={`status-item${tone}`}>{t(`app:status.beacon.${state}`, { text })}</span>
}
