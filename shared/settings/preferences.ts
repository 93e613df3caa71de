import { z } from 'zod'
import { idSchema } from '../lang/id'
import { languageSchema } from '../lang/language'
import { type DeskLayout, usualLayout } from './layout'

/** The screen's colours: for a dark room, for daylight, for eyes that need more contrast. */
export const themes = ['dark', 'light', 'contrast'] as const
/** Percent; everything on screen grows with the text. */
export const textSizes = [100, 125, 150] as const
/** Whether things move: as this machine is set, or not at all. */
export const motions = ['system', 'none'] as const

/** How the screen suits its reader. A desk has a value for each, and a person may have some. */
export const preferencesSchema = z.object({
  language: languageSchema,
  theme: z.enum(themes),
  textSize: z.literal(textSizes),
  motion: z.enum(motions),
  seconds: z.boolean(),
  /** The map moves to the selection; otherwise it moves only on request. */
  mapFollows: z.boolean(),
})
export type Preferences = z.output<typeof preferencesSchema>
export type Theme = Preferences['theme']
export type TextSize = Preferences['textSize']

export const usualPreferences: Preferences = {
  language: 'en',
  theme: 'dark',
  textSize: 100,
  motion: 'system',
  seconds: true,
  mapFollows: true,
}

/** Differences from the desk. */
export const ownPreferencesSchema = z.strictObject(preferencesSchema.partial().shape)
export type OwnPreferences = z.output<typeof ownPreferencesSchema>

/** By the officer's id. */
export const peopleSchema = z.record(idSchema, ownPreferencesSchema)

/** How this desk is set, and how whoever is signed in differs; null while nobody is. */
export interface DeskSettings {
  readonly layout: DeskLayout
  readonly desk: Preferences
  readonly own: OwnPreferences | null
}
export const usualSettings: DeskSettings = {
  layout: usualLayout,
  desk: usualPreferences,
  own: null,
}

/** A person has their own value, or else the desk's. */
export const preferencesOf = ({ desk, own }: Pick<DeskSettings, 'desk' | 'own'>): Preferences =>
  preferencesWith(desk, own ?? {})

/** An undefined value is the desk's. */
export const preferencesWith = (desk: Preferences, own: OwnPreferences = {}): Preferences => ({
  ...desk,
  ...(Object.fromEntries(
    Object.entries(own).filter(([, value]) => value !== undefined),
  ) as Partial<Preferences>),
})
