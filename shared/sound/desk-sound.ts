import { z } from 'zod'

/** Percent below which nobody can turn a desk: an alarm must be heard from two metres away. */
export const volumeFloor = 40

/** How sound is set at one desk. */
export const deskSoundSchema = z.object({
  volume: z.number().int().min(volumeFloor).max(100).default(80),
  /**
   * Alarms under duress are shown here and make no sound: where whoever threatens could hear it.
   */
  duressSilent: z.boolean().default(false),
})
export type DeskSound = z.output<typeof deskSoundSchema>
export const usualSound: DeskSound = deskSoundSchema.parse({})
