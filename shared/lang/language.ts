import { z } from 'zod'

/** The languages of the screen. */
export const languages = ['uz-Latn', 'uz-Cyrl', 'ru', 'en'] as const
export const languageSchema = z.enum(languages)
export type Language = z.output<typeof languageSchema>
