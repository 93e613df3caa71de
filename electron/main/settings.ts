import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { languageSchema } from '../../shared/lang/language'
import { plainLineSchema } from '../../shared/lang/plain-line'
import { deskLayoutSchema, usualLayout } from '../../shared/settings/layout'
import {
  type DeskSettings,
  ownPreferencesSchema,
  peopleSchema,
  preferencesWith,
  usualPreferences,
} from '../../shared/settings/preferences'
import { windowPlacesSchema } from '../../shared/settings/window-place'
import { deskSoundSchema } from '../../shared/sound/desk-sound'
import type { Log } from './log'

const diallers = ['tel', 'sip', 'callto', 'none'] as const

export const settingsSchema = z.object({
  language: languageSchema.default('en'),
  desk: plainLineSchema(60).min(1).optional(),
  /** The hub chosen at this desk; absent for the embedded hub. `--hub` takes precedence. */
  hub: z.string().max(300).optional(),
  /** An invalid value, such as a volume below the minimum, is ignored. */
  sound: deskSoundSchema.optional().catch(undefined),
  /**
   * How this desk dials a contact: the scheme of the address that the system opens, or `none` where
   * contacts are dialled by hand and only marked as called.
   */
  dialler: z.enum(diallers).default('tel').catch('tel'),
  /** How the screen of this desk looks; its language stands above. */
  screen: ownPreferencesSchema.optional().catch(undefined),
  /** What officers have set for themselves at this desk. */
  people: peopleSchema.optional().catch(undefined),
  /** How its screen is divided. */
  layout: deskLayoutSchema.optional().catch(undefined),
  /** Where its windows stand. */
  windows: windowPlacesSchema.optional().catch(undefined),
  /** The beacon's relay, e.g. {"path": "/dev/ttyUSB0"}. */
  beacon: z
    .object({
      path: z.string().min(1).max(200),
      baudRate: z.number().int().min(300).max(1_000_000).default(9_600),
    })
    .optional(),
})
export type Settings = z.output<typeof settingsSchema>

export interface SettingsFile {
  get(): Settings
  change(part: Partial<Settings>): void
  /** Called after every change. Returns the unsubscribe function. */
  onChange(listener: () => void): () => void
}

export const deskSettingsOf = (
  { language, screen, people = {}, layout = usualLayout }: Settings,
  officer: string | null,
): DeskSettings => ({
  layout,
  desk: { ...preferencesWith(usualPreferences, screen), language },
  own: officer === null ? null : (Object.hasOwn(people, officer) && people[officer]) || {},
})

/**
 * Opens `<data>/settings.json`. An unreadable file is set aside and the defaults apply, so a
 * console always starts. What was `given` at the start holds until it is changed, and is not
 * stored.
 */
export function openSettings(
  dataDir: string,
  log: Log,
  given: Partial<Settings> = {},
): SettingsFile {
  const file = join(dataDir, 'settings.json')
  let settings = read(file, log)
  let held = given
  const listeners = new Set<() => void>()
  return {
    get: () => ({ ...settings, ...held }),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change(part) {
      settings = { ...settings, ...part }
      held = Object.fromEntries(Object.entries(held).filter(([key]) => !(key in part)))
      try {
        // Write to a new file and then move it over the old one, so that there is never half a
        // file.
        writeFileSync(`${file}.new`, `${JSON.stringify(settings, null, 2)}\n`)
        renameSync(`${file}.new`, file)
      } catch (error) {
        log.error(
          { err: error },
          'The settings could not be stored; they hold until the end of this run',
        )
      }
      for (const listener of listeners) listener()
    },
  }
}

function read(file: string, log: Log): Settings {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    // The file does not exist before the first change.
    return settingsSchema.parse({})
  }
  try {
    return settingsSchema.parse(JSON.parse(text))
  } catch (error) {
    log.error({ err: error, file }, 'The settings make no sense; the defaults hold')
    try {
      renameSync(file, `${file}.bad`)
    } catch {
      // In a read-only folder the file stays where it is and is ignored again next time.
    }
    return settingsSchema.parse({})
  }
}
