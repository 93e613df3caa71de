import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '../../shared/incidents/incident'
import { nextOf, planProgress, type StepProgress } from '../../shared/incidents/plan-progress'
import type { Site } from '../../shared/sites/site'
import { ActionButton } from '../app/ActionButton'
import { useConsole } from '../app/console-context'
import { wallTime } from '../app/time'
import { Section } from '../ui/Section'
import { completeStepAction } from './complete-step-action'
import './next-steps.css'

export interface NextStepsProps {
  readonly incident: Incident
  readonly site: Site | null
  /** What is shown under the step that sends a team: whom the console would send. */
  readonly recommendation: ReactNode
}

/** What to do next: the response plan as a list to work down, the next step large, with what it needs beside it. */
export function NextSteps({ incident, site, recommendation }: NextStepsProps) {
  const { t } = useTranslation()
  const room = useConsole((data) => data.room)
  const plan = planProgress(room, incident, site ?? undefined)
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
            <NextStep key={step.id} step={step} number={at + 1} site={site} recommendation={recommendation} />
          ) : (
            <OtherStep key={step.id} step={step} number={at + 1} />
          ),
        )}
      </ol>
    </Section>
  )
}

function OtherStep({ step, number }: { step: StepProgress; number: number }) {
  const { t } = useTranslation()
  return (
    <li className={step.done ? 'step step--done' : 'step'}>
      <span className="step__mark" aria-hidden="true">
        {step.done ? '✓' : number}
      </span>
      <span className="step__text">{t(`steps:${step.id}.text`)}</span>
      {step.done ? (
        <span className="step__done" title={t('incidents:step-done-by', { by: step.done.by })}>
          {wallTime(step.done.at)}
        </span>
      ) : null}
    </li>
  )
}

interface NextStepProps {
  readonly step: StepProgress
  readonly number: number
  readonly site: Site | null
  readonly recommendation: ReactNode
}

function NextStep({ step, number, site, recommendation }: NextStepProps) {
  const { t } = useTranslation()
  const item = useRef<HTMLLIElement>(null)
  // Drawn anew for each step: what it needs comes into view when its turn comes, and is left alone afterwards.
  useEffect(() => item.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <li ref={item} className="step step--next" aria-current="step">
      <span className="step__mark" aria-hidden="true">
        {number}
      </span>
      <div className="step__body">
        <span className="step__text">{t(`steps:${step.id}.text`)}</span>
        <span className="step__hint">{t(`steps:${step.id}.hint`)}</span>
        {step.action === 'call' && site ? <Contacts site={site} /> : null}
        {step.id === 'check-hazards' && site ? <Hazards hazards={site.hazards} /> : null}
        {step.action === 'dispatch' ? (
          recommendation
        ) : (
          <ActionButton action={completeStepAction} tone="primary" reasonVisible />
        )}
      </div>
    </li>
  )
}

function Contacts({ site }: { site: Site }) {
  return (
    <ul className="step__facts selectable">
      {site.contacts.map(({ role, name, phone }) => (
        <li key={`${role}${phone}`}>
          <strong>{phone}</strong> {role}, {name}
        </li>
      ))}
    </ul>
  )
}

function Hazards({ hazards }: { hazards: readonly string[] }) {
  const { t } = useTranslation()
  return <p className="step__facts">{hazards.length > 0 ? hazards.join(' · ') : t('incidents:no-hazards')}</p>
}
