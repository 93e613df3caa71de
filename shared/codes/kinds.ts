import { z } from 'zod'

/**
 * The causes an officer tells apart: a signal joins the open alarm of its site and kind, and the
 * kind picks the response plan.
 */
export const alarmKinds = [
  'hold-up',
  'duress',
  'panic',
  'medical',
  'fire',
  'gas',
  'burglary',
  'tamper',
  'technical',
  'power',
  'communication',
  'test',
  'opening',
  'closing',
  'bypass',
  'unknown',
] as const
export const alarmKindSchema = z.enum(alarmKinds)
export type AlarmKind = z.output<typeof alarmKindSchema>

/** 1 life in danger · 2 property in danger · 3 protection impaired · 4 for information. */
export const prioritySchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type Priority = z.output<typeof prioritySchema>

export const signalClassSchema = z.enum([
  'alarm',
  'trouble',
  'restore',
  'opening',
  'closing',
  'test',
  'status',
  'cancel',
  'unknown',
])
export type SignalClass = z.output<typeof signalClassSchema>
