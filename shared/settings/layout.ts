import { z } from 'zod'

/** Ways to divide the screen: for the usual work, for one incident, for who watches the others. */
export const layoutNames = ['standard', 'incident', 'supervisor'] as const
export type LayoutName = (typeof layoutNames)[number]

/** What can be put away. The queue cannot: an alarm must have its place. */
export const panelNames = ['card', 'map', 'teams', 'log'] as const
export type PanelName = (typeof panelNames)[number]

/** What can be made larger or smaller: widths, and for the teams the height. */
export const sizeNames = ['queue', 'card', 'teams', 'log'] as const
export type SizeName = (typeof sizeNames)[number]

/** Pixels within which a panel can still be used, on any screen. */
const sizeSchema = z.number().int().min(120).max(4_000)

/** How one layout was changed at a desk; the rest is as it is drawn. */
const changedSchema = z.strictObject({
  sizes: z.partialRecord(z.enum(sizeNames), sizeSchema).default({}),
  panels: z.partialRecord(z.enum(panelNames), z.boolean()).default({}),
})
type Changed = z.output<typeof changedSchema>

export const deskLayoutSchema = z.strictObject({
  name: z.enum(layoutNames),
  changed: z.partialRecord(z.enum(layoutNames), changedSchema),
})
export type DeskLayout = z.output<typeof deskLayoutSchema>
export const usualLayout: DeskLayout = { name: 'standard', changed: {} }

const untouched: Changed = { sizes: {}, panels: {} }
export const changedOf = ({ name, changed }: DeskLayout): Changed => changed[name] ?? untouched

/** What a layout shows unless told otherwise; `wide` is a screen with room beside the teams. */
const usualPanels = (name: LayoutName, wide: boolean): Readonly<Record<PanelName, boolean>> => ({
  card: true,
  map: true,
  teams: name !== 'supervisor',
  log: wide && name === 'standard',
})

/** Which panels stand on the screen. */
export const panelsShown = (
  layout: DeskLayout,
  wide: boolean,
): Readonly<Record<PanelName, boolean>> => ({
  ...usualPanels(layout.name, wide),
  ...changedOf(layout).panels,
})

export const withLayout = (layout: DeskLayout, name: LayoutName): DeskLayout => ({
  ...layout,
  name,
})

const change = (layout: DeskLayout, part: Partial<Changed>): DeskLayout => ({
  ...layout,
  changed: { ...layout.changed, [layout.name]: { ...changedOf(layout), ...part } },
})

/** A panel of the layout that is shown gets a size; it is kept within what can be used. */
export const withSize = (layout: DeskLayout, name: SizeName, pixels: number): DeskLayout =>
  change(layout, {
    sizes: {
      ...changedOf(layout).sizes,
      [name]: Math.round(Math.min(4_000, Math.max(120, pixels))),
    },
  })

/** Puts a panel away or back. */
export const withPanel = (layout: DeskLayout, name: PanelName, shown: boolean): DeskLayout =>
  change(layout, { panels: { ...changedOf(layout).panels, [name]: shown } })

/** The layout that is shown, as it is drawn. */
export const withoutChanges = ({ name, changed }: DeskLayout): DeskLayout => ({
  name,
  changed: Object.fromEntries(Object.entries(changed).filter(([other]) => other !== name)),
})
