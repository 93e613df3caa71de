import { z } from 'zod'
import { alarmKindSchema, prioritySchema, signalClassSchema } from '../codes/kinds'
import { idSchema } from '../lang/id'

/** One decoded event from a receiver, as it is kept: what it says and the frame it came in. */
export const signalSchema = z.object({
  signalId: idSchema,
  /** How it came: dc09-tcp today; the others as they are added. */
  channel: z.enum(['dc09-tcp', 'dc09-udp', 'surgard', 'ademco-685', 'http']),
  /** Address of the sender as seen by the hub, e.g. 10.0.0.7:50412. */
  source: z.string().max(120),
  /** The frame as received, printable bytes as they are, the others as \x0A. */
  frame: z.string().max(40_000),
  account: z.string().max(16),
  /** Receiver number and line prefix; receiver null when the frame named none (which differs from R0). */
  receiver: z.string().max(6).nullable(),
  prefix: z.string().max(6),
  sequence: z.string().max(4),
  table: z.enum(['cid', 'sia']),
  code: z.string().max(8),
  qualifier: z.string().max(12),
  class: signalClassSchema,
  kind: alarmKindSchema,
  priority: prioritySchema,
  /** English wording of the code from the code table. */
  meaning: z.string().max(200),
  partition: z.string().max(8).nullable(),
  zone: z.string().max(8).nullable(),
  user: z.string().max(8).nullable(),
  text: z.string().max(500).nullable(),
  /** When it happened by the panel's clock, when the panel said so. */
  occurredAt: z.number().nullable(),
})
export type Signal = z.output<typeof signalSchema>

/** Why something received could not become a signal. It is kept with its bytes and shown in the quarantine. */
export const quarantineReasons = [
  'bad-crc',
  'bad-length',
  'unreadable',
  'oversize',
  'unknown-account',
  'encrypted-without-key',
  'unreadable-data',
] as const
export const quarantineReasonSchema = z.enum(quarantineReasons)
export type QuarantineReason = z.output<typeof quarantineReasonSchema>

export const quarantinedSchema = z.object({
  signalId: idSchema,
  channel: signalSchema.shape.channel,
  source: z.string().max(120),
  reason: quarantineReasonSchema,
  detail: z.string().max(300),
  frame: z.string().max(40_000),
  account: z.string().max(16).nullable(),
})
export type Quarantined = z.output<typeof quarantinedSchema>

/** A frame that came again and was acknowledged again: what it first became, and which way it came this time. */
export const repeatedSchema = z.object({
  /** The signal, or the item of the quarantine, that the first of these frames became. */
  signalId: idSchema,
  channel: signalSchema.shape.channel,
  source: z.string().max(120),
  account: z.string().max(16).nullable(),
  sequence: z.string().max(4),
})

export const signalEvents = {
  'signal-received': signalSchema.extend({ siteId: idSchema }),
  'signal-quarantined': quarantinedSchema,
  'signal-repeated': repeatedSchema,
} as const
