import { z } from 'zod'
import { idSchema } from '../lang/id'
import { languageSchema } from '../lang/language'

/** How the screen is coloured: for a dark room, for daylight, for eyes that need more contrast. */
export const themes = ['dark', 'light', 'contrast'] as const
/** Percent; everything on the screen grows with the text. */
export const textSizes = [100, 125, 150] as const
/** Whether anything moves: as this machine is set, or nothing at all. */
export const motions = ['system', 'none'] as const

/** How the screen suits whoever looks at it. A desk has a value for each, a person may have some. */
export const preferencesSchema = z.object({
  language: languageSchema,
  theme: z.enum(themes),
  textSize: z.literal(textSizes),
  motion: z.enum(motions),
  /** The clock of the top bar shows seconds. */
  seconds: z.boolean(),
  /** The map goes to what is selected; otherwise only when it is asked to. */
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

/** What differs from the desk. */
export const ownPreferencesSchema = z.strictObject(preferencesSchema.partial().shape)
export type OwnPreferences = z.output<typeof ownPreferencesSchema>

/** By the officer's id. */
export const peopleSchema = z.record(idSchema, ownPreferencesSchema)

/** How this desk is set, and what differs for who is signed in; null while nobody is. */
export interface DeskSettings {
  readonly desk: Preferences
  readonly own: OwnPreferences | null
}
export const usualSettings: DeskSettings = { desk: usualPreferences, own: null }

/** A person has their own value, or else the desk's. */
export const preferencesOf = ({ desk, own }: DeskSettings): Preferences =>
  preferencesWith(desk, own ?? {})

/** What was left undefined is as at the desk. */
export const preferencesWith = (desk: Preferences, own: OwnPreferences = {}): Preferences => ({
  ...desk,
  ...(Object.fromEntries(
    Object.entries(own).filter(([, value]) => value !== undefined),
  ) as Partial<Preferences>),
})
