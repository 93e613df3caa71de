import { z } from 'zod'

/** WGS 84 degrees. */
export const placeSchema = z.object({
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
})
export type Place = Readonly<z.output<typeof placeSchema>>
