import { z } from 'zod'

/** Response plans by name; a site may be given one of its own choice. */
export const planNames = [
  'armed-threat',
  'intrusion',
  'fire',
  'gas',
  'medical',
  'technical',
  'unexplained',
] as const
export const planNameSchema = z.enum(planNames)
export type PlanName = z.output<typeof planNameSchema>
