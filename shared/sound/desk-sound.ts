import { z } from 'zod'

/** Percent. Nobody can turn a desk lower: an alarm must be audible two metres away. */
export const volumeFloor = 40

export const deskSoundSchema = z.object({
  volume: z.number().int().min(volumeFloor).max(100).default(80),
  /**
   * Alarms under duress are shown but silent here, where the threatening person could hear them.
   */
  duressSilent: z.boolean().default(false),
})
export type DeskSound = z.output<typeof deskSoundSchema>
export const usualSound: DeskSound = deskSoundSchema.parse({})
