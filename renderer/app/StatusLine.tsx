import { useTranslation } from 'react-i18next'
import type { BeaconState, LocalJournalState } from '../../shared/ipc/contract'
import { openDialog } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import { sayRefusal } from '../console/say'
import { receiverLinks } from '../links/receiver-links'
import { showLinksAction } from '../links/show-links-action'
import { showTestsAction } from '../on-test/test-actions'
import { allTests } from '../on-test/tests'
import { sayHeld } from '../signals/held-accounts'
import { showQuarantineAction } from '../signals/show-quarantine-action'
import { KeyCap } from '../ui/KeyCap'
import './status-line.css'

/** The plumbing, in words: what is quiet is well, what is coloured wants somebody. */
export function StatusLine() {
  const { t } = useTranslation()
  const ports = usePorts()
  const live = useConsole((data) => data.mode === 'live')
  const pending = useConsole(
    (data) => data.pending.filter(({ state }) => state !== 'under-way').length,
  )
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
            {pending > 0
              ? t('app:status.outbox', { count: pending })
              : t('app:status.outbox-empty')}
          </button>
          <OwnCopy />
          <Beacon />
        </>
      ) : null}
      <Quarantine />
      <Tests />
      <Receivers />
      <span className="status-item status-item--last">{t('app:status.entry', { seq })}</span>
      <QuietWord />
    </footer>
  )
}

/**
 * Why a key did nothing, or that it was done already: good to know, and no danger. Gone by itself
 * after a while.
 */
function QuietWord() {
  const { t } = useTranslation()
  const notice = useConsole((data) => data.notices.findLast(({ tone }) => tone === 'notice'))
  return (
    <span className="status-line__word" role="status">
      {notice ? sayRefusal(t, notice) : null}
    </span>
  )
}

/**
 * What is held of unknown accounts may be an alarm: it wants somebody. What could not be read is
 * only noted.
 */
function Quarantine() {
  const { t } = useTranslation()
  const ports = usePorts()
  const held = useConsole((data) => data.room.held)
  const count = useConsole((data) => data.room.quarantine.count)
  const tone = held.size > 0 ? ' status-item--warn' : count > 0 ? ' status-item--note' : ''
  return (
    <button
      type="button"
      className={`status-item${tone}`}
      onClick={() => openDialog(ports, { kind: 'quarantine' })}
    >
      {held.size > 0
        ? sayHeld(t, held)
        : count > 0
          ? t('app:status.quarantine', { n: count })
          : t('app:status.quarantine-none')}
      <KeyCap keys={showQuarantineAction.keys} />
    </button>
  )
}

/** How much raises no alarm at present. */
function Tests() {
  const { t } = useTranslation()
  const ports = usePorts()
  const n = allTests(useConsole((data) => data.room.onTest)).length
  return (
    <button
      type="button"
      className={n > 0 ? 'status-item status-item--note' : 'status-item'}
      onClick={() => openDialog(ports, { kind: 'tests', testId: null })}
    >
      {n > 0 ? t('app:status.tests', { n }) : t('app:status.tests-none')}
      <KeyCap keys={showTestsAction.keys} />
    </button>
  )
}

/**
 * The receivers the hub listens to; nothing where there are none, which is what most units have.
 */
function Receivers() {
  const { t } = useTranslation()
  const ports = usePorts()
  const links = receiverLinks(useConsole((data) => data.room.links))
  if (links.length === 0) return null
  const n = links.filter(({ lost }) => lost).length
  return (
    <button
      type="button"
      className={n > 0 ? 'status-item status-item--bad' : 'status-item'}
      onClick={() => openDialog(ports, { kind: 'links' })}
    >
      {n > 0
        ? t('app:status.links-lost', { n, all: links.length })
        : t('app:status.links', { n: links.length })}
      <KeyCap keys={showLinksAction.keys} />
    </button>
  )
}

/** A copy a few entries behind is on its way; this far behind it is in trouble. */
const trouble = 1_000

function OwnCopy() {
  const { t } = useTranslation()
  const copy = useConsole((data) => data.localJournal)
  const behind = copy.hubSeq - copy.seq
  const bad = copy.fault !== null || behind > trouble
  return (
    <span className={bad ? 'status-item status-item--bad' : 'status-item'}>
      {sayCopy(copy, behind, t)}
    </span>
  )
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
