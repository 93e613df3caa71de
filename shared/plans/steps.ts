import { z } from 'zod'

/** What a step is about: the console words it from the id, and offers the matching action. */
export const stepActions = [
  'dispatch',
  'arrival',
  'call',
  'check',
  'inform',
  'confirm',
  'close',
] as const
export type StepAction = (typeof stepActions)[number]

export const planStepSchema = z.object({
  id: z.string().min(1).max(40),
  action: z.enum(stepActions),
})
export type PlanStep = Readonly<z.output<typeof planStepSchema>>

/**
 * Every step a plan can be made of, with what it is about. Its wording stands in resources/locales
 * under steps.<id>, so a step that is not listed here could not be shown in four languages.
 */
export const knownSteps = {
  'dispatch-team': 'dispatch',
  'watch-arrival': 'arrival',
  'check-zones': 'check',
  'check-signal': 'check',
  'check-hazards': 'check',
  'do-not-call-site': 'check',
  'call-contact': 'call',
  'inform-police': 'inform',
  'inform-fire-service': 'inform',
  'inform-gas-service': 'inform',
  'inform-ambulance': 'inform',
  'inform-technician': 'inform',
  'report-to-supervisor': 'inform',
  'confirm-site-secured': 'confirm',
  'confirm-help-arrived': 'confirm',
  'confirm-restored': 'confirm',
  'close-incident': 'close',
} as const satisfies Readonly<Record<string, StepAction>>
export type StepId = keyof typeof knownSteps

export const isKnownStep = (id: string): id is StepId => Object.hasOwn(knownSteps, id)

export const stepOf = (id: StepId): PlanStep => ({ id, action: knownSteps[id] })
