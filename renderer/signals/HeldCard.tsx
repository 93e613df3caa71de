import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type AlarmedAccount, heldPriority, isAlarmed } from '../../shared/signals/held-alarm'
import { ActionButton } from '../console/ActionButton'
import { NamedAction } from '../console/feature-parts'
import { useNow } from '../console/now'
import { PendingMark, usePending } from '../console/PendingChip'
import { duration, wallMoment, wallTime } from '../console/time'
import { Chip } from '../ui/Chip'
import { EmptyState } from '../ui/EmptyState'
import { PriorityMark } from '../ui/PriorityMark'
import { Section } from '../ui/Section'
import { attachAccountAction } from './attach-account-action'
import { useHeld } from './held-accounts'
import { setAsideAction } from './set-aside-action'
import { showQuarantineAction } from './show-quarantine-action'
import '../ui/subject-head.css'
import { meaningWords } from '../console/meaning-words'
import './held-card.css'

/**
 * An unknown account that reports an alarm: what it says, and what to do while nobody knows where
 * it is.
 */
export function HeldCard({ account }: { account: string }) {
  const { t } = useTranslation()
  const row = useHeld().get(account)
  const ending = usePending({ row: 'account', account }) === 'ending'
  if (!isAlarmed(row))
    return <EmptyState text={t('signals:held.gone')} hint={t('signals:held.gone-hint')} />
  const { taken } = row.alarm
  return (
    <>
      <Head row={row} />
      {taken || ending ? null : (
        <div className="subject__primary">
          <NamedAction id="acknowledge" tone="primary" reasonVisible />
        </div>
      )}
      <div className="subject__scroll">
        <Said row={row} />
        <Section title={t('signals:held.what-to-do')}>
          <ol className="held-card__steps">
            <Step text={t('signals:held.step.call')} />
            <Step text={t('signals:held.step.attach')}>
              <ActionButton
                action={attachAccountAction}
                tone={taken ? 'primary' : 'plain'}
                reasonVisible
              />
            </Step>
            <Step text={t('signals:held.step.look')}>
              <ActionButton action={showQuarantineAction} />
            </Step>
            <Step text={t('signals:held.step.aside')}>
              <ActionButton action={setAsideAction} reasonVisible />
            </Step>
          </ol>
        </Section>
      </div>
    </>
  )
}

const Step = ({ text, children }: { text: string; children?: ReactNode }) => (
  <li>
    <p>{text}</p>
    {children}
  </li>
)

function Head({ row: { account, alarm } }: { row: AlarmedAccount }) {
  const { t } = useTranslation()
  const now = useNow()
  const { taken, kind, raisedAt } = alarm
  return (
    <header
      className={`subject-head subject-head--${taken ? 'open' : 'raised'} subject-head--p${heldPriority}`}
    >
      <PriorityMark
        level={heldPriority}
        label={t(`kinds:priority.${heldPriority}`)}
        size={46}
        taken={taken !== null}
      />
      <div className="subject-head__what">
        <h2 className="subject-head__kind">{t(`kinds:alarm.${kind}`)}</h2>
        <p className="subject-head__site selectable">{t('signals:held.account', { account })}</p>
        <p className="subject-head__chips">
          {taken ? (
            <Chip tone="accent">
              {t('incidents:owner', { name: taken.name, time: wallTime(taken.at) })}
            </Chip>
          ) : (
            <Chip tone="bad">{t('incidents:unanswered')}</Chip>
          )}
          <PendingMark row={{ row: 'account', account }} />
        </p>
      </div>
      <p className="subject-head__age">
        <span className="subject-head__counter">{duration(now - raisedAt)}</span>
        <span className="subject-head__since">
          {t('incidents:since', { time: wallTime(raisedAt) })}
        </span>
      </p>
    </header>
  )
}

function Said({ row: { alarm, source, lastAt, count } }: { row: AlarmedAccount }) {
  const { t } = useTranslation()
  const now = useNow()
  const { code, zone, restoredAt } = alarm
  return (
    <Section title={t('signals:held.said')} aside={t('signals:quarantine.count', { count })}>
      <dl className="held-card__facts selectable">
        <dt>{t('signals:column.meaning')}</dt>
        <dd>
          <strong>{meaningWords(t, alarm)}</strong> <code>{code}</code>
        </dd>
        {zone === null ? null : (
          <>
            <dt>{t('signals:held.zone')}</dt>
            <dd>{zone}</dd>
          </>
        )}
        <dt>{t('signals:column.source')}</dt>
        <dd>{source}</dd>
        <dt>{t('signals:column.last')}</dt>
        <dd>{wallMoment(lastAt, now)}</dd>
        {restoredAt === null ? null : (
          <>
            <dt>{t('alarms:restored')}</dt>
            <dd>{wallMoment(restoredAt, now)}</dd>
          </>
        )}
      </dl>
    </Section>
  )
}
