import { z } from 'zod'

/** Pixels of the system, over all its displays together. */
export const rectangleSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive().max(20_000),
  height: z.number().int().positive().max(20_000),
})
export type Rectangle = z.output<typeof rectangleSchema>

/** Windows that can be opened beside the room: its map alone, and a display for the wall. */
export const viewNames = ['map', 'wall'] as const
export type ViewName = (typeof viewNames)[number]
export const windowNames = ['room', ...viewNames] as const
export type WindowName = (typeof windowNames)[number]

/** Where a window was left, and whether it was open. */
export const windowPlaceSchema = z.object({
  at: rectangleSchema.optional(),
  maximised: z.boolean().default(true),
  open: z.boolean().default(false),
})
export type WindowPlace = z.output<typeof windowPlaceSchema>
export const windowPlacesSchema = z.partialRecord(z.enum(windowNames), windowPlaceSchema)
export type WindowPlaces = z.output<typeof windowPlacesSchema>

/** A window that shows less of itself than this share cannot be found or dragged back. */
const enoughSeen = 0.5

const overlap = (a: Rectangle, b: Rectangle): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

/**
 * Where a window left at `saved` is opened on the displays that there are, the first of which is
 * the main one. It stays where it was as far as that place still exists. Left on a display that is
 * gone, it comes to the main one. It is never larger than its display.
 */
export function fitted(saved: Rectangle, displays: readonly Rectangle[]): Rectangle {
  const [main] = displays
  if (!main) return saved
  const best = displays.reduce((one, other) =>
    overlap(saved, other) > overlap(saved, one) ? other : one,
  )
  const seen = displays.reduce((sum, display) => sum + overlap(saved, display), 0)
  const display = seen > 0 ? best : main
  const width = Math.min(saved.width, display.width)
  const height = Math.min(saved.height, display.height)
  const shrunk = width < saved.width || height < saved.height
  if (!shrunk && seen >= enoughSeen * saved.width * saved.height && titleSeen(saved, displays))
    return saved
  return {
    x: between(saved.x, display.x, display.x + display.width - width),
    y: between(saved.y, display.y, display.y + display.height - height),
    width,
    height,
  }
}

/** Where a window that was never opened goes: beside the main display, where there is one. */
export const firstPlace = (name: WindowName, displays: readonly Rectangle[]): Rectangle | null =>
  (name === 'room' ? displays[0] : (displays[1] ?? displays[0])) ?? null

/** A window is dragged by its upper edge. */
const titleSeen = ({ x, y, width }: Rectangle, displays: readonly Rectangle[]): boolean =>
  displays.some((display) => overlap({ x, y, width, height: 8 }, display) > 0)

const between = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, most))
