import { z } from 'zod'
import { alarmKindSchema, prioritySchema, signalClassSchema } from '../codes/kinds'
import { toleranceSchema } from '../dc09/tolerances'
import { placeSchema } from '../geo/place'
import type { EntryIn, EventIn } from '../journal/fact'
import { idSchema } from '../lang/id'
import { accountSchema } from '../sites/account'
import { wrongDetailsSchema } from './wrong-detail'

/** How a signal came; `hub`: the hub noticed it itself (a silence, a site left open). */
export const channelSchema = z.enum([
  'dc09-tcp',
  'dc09-udp',
  'surgard',
  'ademco-685',
  'http',
  'hub',
])
export type Channel = z.output<typeof channelSchema>

export const signalSchema = z.object({
  signalId: idSchema,
  channel: channelSchema,
  /** Address of the sender as seen by the hub, e.g. 10.0.0.7:50412. */
  source: z.string().max(120),
  /**
   * The frame as received: printable bytes as they are, the others as \x0A. When a frame has very
   * many events, only the first has it.
   */
  frame: z.string().max(40_000),
  account: z.string().max(16),
  /** Another account named in the frame's data; the header's account is the sender. */
  accountInData: z.string().max(16).optional(),
  /**
   * Receiver number and line prefix. `receiver` is null when the frame named none, which differs
   * from R0.
   */
  receiver: z.string().max(6).nullable(),
  prefix: z.string().max(6),
  sequence: z.string().max(4),
  /**
   * Which table the code is from: Contact ID, SIA, or the hub's own (shared/codes/hub-codes.ts).
   */
  table: z.enum(['cid', 'sia', 'hub']),
  code: z.string().max(8),
  qualifier: z.string().max(12),
  class: signalClassSchema,
  kind: alarmKindSchema,
  priority: prioritySchema,
  /** An alarm that also opens the site: a disarming under duress. */
  opens: z.literal(true).optional(),
  meaning: z.string().max(200),
  partition: z.string().max(8).nullable(),
  zone: z.string().max(8).nullable(),
  user: z.string().max(8).nullable(),
  text: z.string().max(500).nullable(),
  /** When it happened by the panel's clock, when the panel said so. */
  occurredAt: z.number().nullable(),
  /** DC-09 fields that nothing here reads, as they came. */
  extended: z
    .array(z.object({ letter: z.string().max(1), text: z.string().max(500) }))
    .max(20)
    .optional(),
  position: placeSchema.optional(),
  /** Addresses of pictures that verify it. Shown as text, never fetched. */
  verification: z.string().max(1_000).optional(),
  encrypted: z.literal(true).optional(),
  tolerated: z.array(toleranceSchema).max(10).optional(),
  /** The sender's clock was outside the window. */
  stale: z.literal(true).optional(),
  /** Details that could not be taken as sent; the frame has them as they came. */
  wrongDetails: wrongDetailsSchema.optional(),
  /** When it came, if it waited in quarantine for its account or during a test of its site. */
  heldSince: z.number().optional(),
})
export type Signal = z.output<typeof signalSchema>

/**
 * Why something received could not become a signal. It is kept with its bytes and shown in
 * quarantine.
 */
export const quarantineReasons = [
  'bad-crc',
  'bad-length',
  'unreadable',
  'oversize',
  'unknown-account',
  'encrypted-without-key',
  /** Deciphered, it makes no sense: the key is not the sender's. */
  'wrong-key',
  /** The account must be encrypted and was not. */
  'not-encrypted',
  'outside-window',
  /** A correct frame of a kind nothing here reads. */
  'unknown-token',
  'unreadable-data',
  /** Encrypted, and already received under another header. */
  'replayed',
] as const
export const quarantineReasonSchema = z.enum(quarantineReasons)
export type QuarantineReason = z.output<typeof quarantineReasonSchema>

export const quarantinedSchema = z.object({
  signalId: idSchema,
  channel: channelSchema,
  source: z.string().max(120),
  reason: quarantineReasonSchema,
  detail: z.string().max(300),
  frame: z.string().max(40_000),
  account: z.string().max(16).nullable(),
  /**
   * The signal, when only its account is unknown: it takes effect once the account is attached to a
   * site.
   */
  signal: signalSchema.optional(),
})
export type Quarantined = z.output<typeof quarantinedSchema>

/**
 * A frame that came again and was acknowledged again: what it first became, and how it came this
 * time.
 */
export const repeatedSchema = z.object({
  /** The signal or quarantined item that the first of these frames became. */
  signalId: idSchema,
  channel: channelSchema,
  source: z.string().max(120),
  account: z.string().max(16).nullable(),
  sequence: z.string().max(4),
  /** The alarms it belongs to, which it confirms when it came by another path. */
  alarmIds: z.array(idSchema).max(50).optional(),
})

export const signalEvents = {
  'signal-received': signalSchema.extend({
    siteId: idSchema,
    /** The test it falls under: recorded and visible there, but no alarm. */
    testId: idSchema.optional(),
  }),
  'signal-quarantined': quarantinedSchema,
  'signal-repeated': repeatedSchema,
  'account-attached': z.object({
    account: accountSchema,
    siteId: idSchema,
    held: z.number().int().min(0),
  }),
  'account-taken': z.object({ account: accountSchema }),
  'account-set-aside': z.object({ account: accountSchema, reason: z.string().min(1).max(500) }),
} as const

export type SignalEntry<Type extends keyof typeof signalEvents = keyof typeof signalEvents> =
  EntryIn<typeof signalEvents, Type>
export type SignalEvent = EventIn<typeof signalEvents>
