import { z } from 'zod'
import type { PlanStep, StepAction } from '../plans/steps'

export const stepOutcomes = [
  'answered',
  'no-answer',
  'refused',
  'informed',
  'confirmed',
  'not-confirmed',
] as const
export const stepOutcomeSchema = z.enum(stepOutcomes)
export type StepOutcome = z.output<typeof stepOutcomeSchema>

const byAction: Readonly<Record<StepAction, readonly StepOutcome[]>> = {
  call: ['answered', 'no-answer', 'refused'],
  inform: ['informed', 'no-answer', 'refused'],
  confirm: ['confirmed', 'not-confirmed'],
  check: [],
  dispatch: [],
  arrival: [],
  close: [],
}

export const outcomesOf = ({ action }: PlanStep): readonly StepOutcome[] => byAction[action]

/**
 * Outcomes after which a step is still to do: a service nobody reached is not informed, whatever
 * was tried.
 */
const stillToDo: Readonly<Partial<Record<StepAction, readonly StepOutcome[]>>> = {
  inform: ['no-answer', 'refused'],
  confirm: ['not-confirmed'],
}

export const isStillToDo = ({ action }: PlanStep, outcome: StepOutcome): boolean =>
  stillToDo[action]?.includes(outcome) ?? false

/** Steps that only an event can complete: saying so does not make a team arrive. */
export const isFact = ({ action }: PlanStep): boolean =>
  action === 'dispatch' || action === 'arrival' || action === 'close'
