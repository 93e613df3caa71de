import { type ComponentType, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident, StepDone } from '../../shared/incidents/incident'
import { nextOf, planProgress, type StepProgress } from '../../shared/incidents/plan-progress'
import { isFact } from '../../shared/incidents/step-outcome'
import type { StepAction } from '../../shared/plans/steps'
import type { Site } from '../../shared/sites/site'
import type { SiteRow } from '../../shared/sites/site-row'
import { listed } from '../../shared/text/isolated'
import { ActionButton } from '../console/ActionButton'
import { CardMissing } from '../console/CardMissing'
import { useConsole } from '../console/console-context'
import { PendingChip, PendingMark, usePending } from '../console/PendingChip'
import { useSiteCard } from '../console/site-cards'
import { wallTime } from '../console/time'
import { Section } from '../ui/Section'
import { completeStepAction } from './complete-step-action'
import { skipStepAction } from './skip-step-action'
import './next-steps.css'

export interface NextStepsProps {
  readonly incident: Incident
  readonly site: SiteRow | null
  readonly needs: StepNeeds
}

/** What a step shows beside it: whom the console would send, whom to call. */
export type StepNeeds = Readonly<Partial<Record<StepAction, ReactNode>>>

/**
 * What to do next: the response plan as a list, with the next step large and what it needs beside
 * it.
 */
export function NextSteps({ incident, site, needs }: NextStepsProps) {
  const { t } = useTranslation()
  const room = useConsole((data) => data.room)
  const plan = planProgress(room, incident)
  const next = incident.phase === 'open' ? nextOf(plan) : null
  const done = plan.filter((step) => step.done).length
  return (
    <Section
      title={t(next ? 'incidents:next' : 'incidents:plan')}
      aside={t('incidents:steps-done', { done, all: plan.length })}
    >
      <ol className="next-steps">
        {plan.map((step, at) =>
          step.id === next?.id ? (
            <NextStep
              key={step.id}
              step={step}
              number={at + 1}
              incident={incident}
              site={site}
              needs={needs[step.action]}
            />
          ) : (
            <OtherStep key={step.id} step={step} number={at + 1} incident={incident} />
          ),
        )}
      </ol>
    </Section>
  )
}

function OtherStep({
  step,
  number,
  incident,
}: {
  step: StepProgress
  number: number
  incident: Incident
}) {
  const { t } = useTranslation()
  const pending = usePending({ row: 'step', step, incident })
  return (
    <li className={step.done ? 'step step--done' : 'step'}>
      <span className="step__mark" aria-hidden="true">
        {step.done ? '✓' : number}
      </span>
      <span className="step__text">{t(`steps:${step.id}.text`)}</span>
      {step.done && pending ? <PendingChip what={pending} /> : null}
      {step.done && !pending ? <HowDone done={step.done} /> : null}
      {step.done ? null : <Tried step={step} incident={incident} />}
    </li>
  )
}

/** When it was done and its outcome, or why it was skipped; the tooltip says by whom. */
function HowDone({ done }: { done: StepDone }) {
  const { t } = useTranslation()
  const { by, skipped, outcome } = done
  if (skipped !== undefined)
    return (
      <span
        className="step__done step__done--skipped"
        title={t('incidents:step-skipped-by', { by, reason: skipped })}
      >
        {t('incidents:step-skipped')} {wallTime(done.at)}
      </span>
    )
  return (
    <span className="step__done" title={t('incidents:step-done-by', { by })}>
      {outcome ? `${t(`incidents:outcome.${outcome}`)} ` : null}
      {wallTime(done.at)}
    </span>
  )
}

function Tried({ step, incident }: { step: StepProgress; incident: Incident }) {
  const { t } = useTranslation()
  const { tried } = step
  if (!tried?.outcome) return null
  const outcome = t(`incidents:outcome.${tried.outcome}`)
  return (
    <span className="step__tried">
      {t('incidents:step-tried-at', { outcome, time: wallTime(tried.at) })}{' '}
      <PendingMark row={{ row: 'step', step, incident }} />
    </span>
  )
}

interface NextStepProps {
  readonly step: StepProgress
  readonly number: number
  readonly incident: Incident
  readonly site: SiteRow | null
  readonly needs: ReactNode
}

function NextStep({ step, number, incident, site, needs }: NextStepProps) {
  const { t } = useTranslation()
  const item = useRef<HTMLLIElement>(null)
  // A new element for each step: what it needs scrolls into view when its turn comes, and is then
  // left alone.
  useEffect(() => item.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <li ref={item} className="step step--next" aria-current="step">
      <span className="step__mark" aria-hidden="true">
        {number}
      </span>
      <div className="step__body">
        <span className="step__text">{t(`steps:${step.id}.text`)}</span>
        <Tried step={step} incident={incident} />
        <span className="step__hint">{t(`steps:${step.id}.hint`)}</span>
        {step.id === 'check-hazards' && site ? <FromCard site={site} Part={Hazards} /> : null}
        {needs}
        <div className="step__actions">
          {isFact(step) && step.action !== 'close' ? null : (
            <ActionButton action={completeStepAction} tone="primary" reasonVisible />
          )}
          {step.action === 'close' ? null : <ActionButton action={skipStepAction} tone="quiet" />}
        </div>
      </div>
    </li>
  )
}

/** What a step needs from the site's card. Says nothing while the card is missing. */
function FromCard({ site, Part }: { site: SiteRow; Part: ComponentType<{ card: Site }> }) {
  const card = useSiteCard(site.id)
  return card?.site ? <Part card={card.site} /> : <CardMissing row={site} card={card} />
}

function Hazards({ card: { hazards } }: { card: Site }) {
  const { t } = useTranslation()
  return (
    <p className="step__facts">
      {hazards.length > 0 ? listed(hazards, ' · ') : t('incidents:no-hazards')}
    </p>
  )
}
