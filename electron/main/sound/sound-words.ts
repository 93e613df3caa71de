import { z } from 'zod'
import { deskSoundSchema } from '../../../shared/sound/desk-sound'
import { voices } from '../../../shared/sound/voices'

const voiceSchema = z.enum(voices)

export const soundOrderSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('beat') }),
  z.object({
    type: z.literal('want'),
    wanted: z.array(z.object({ voice: voiceSchema, mark: z.number() })),
  }),
  z.object({ type: z.literal('volume'), volume: deskSoundSchema.shape.volume }),
  z.object({ type: z.literal('test') }),
])
export type SoundOrder = z.output<typeof soundOrderSchema>

const deviceSchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('ready'), name: z.string() }),
  z.object({ phase: z.literal('missing'), reason: z.string() }),
])

export const soundReportSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('device'), device: deviceSchema }),
  z.object({ type: z.literal('begun'), voice: voiceSchema }),
  /** Null when the device took the sound, otherwise why it did not. */
  z.object({ type: z.literal('tested'), reason: z.string().nullable() }),
])
export type SoundReport = z.output<typeof soundReportSchema>

/** The main process sends an order at least this often, ms. */
export const beatEvery = 1_000
/**
 * A main process silent for this long has hung, ms. This is longer than any single piece of its
 * work. The sound means that the whole console can no longer be relied on.
 */
export const mainSilence = 6_000
