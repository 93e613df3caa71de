import { readFile, stat, writeFile } from 'node:fs/promises'
import { because, sentence } from '../../shared/lang/decision'
import { SaidError, systemSays } from '../../shared/lang/said-error'
import {
  isRefusal,
  readSettingsFile,
  settingsFileLimit,
  settingsFileText,
} from '../../shared/settings/settings-file'
import { usualSound } from '../../shared/sound/desk-sound'
import type { Handlers } from './ipc/handlers'
import { deskSettingsOf, type SettingsFile } from './settings'
import type { UnitSound } from './sound/conductor'

/** Asks a person for a file; null when they give none. */
export interface FileAsker {
  toSave(name: string): Promise<string | null>
  toOpen(): Promise<string | null>
}

export interface SettingsPorts {
  readonly settings: SettingsFile
  readonly sound: Pick<UnitSound, 'set'>
  readonly files: FileAsker
  readonly officer: () => string | null
}

export type SettingsRequest =
  | 'set-language'
  | 'change-settings'
  | 'set-layout'
  | 'export-settings'
  | 'import-settings'

export function settingsHandlers({
  settings,
  sound,
  files,
  officer,
}: SettingsPorts): Pick<Handlers, SettingsRequest> {
  const changeOwn = (part: object | null): void => {
    const id = officer()
    if (id === null) throw new SaidError(nobody)
    const { people = {} } = settings.get()
    const { [id]: own, ...others } = people
    settings.change({ people: part === null ? others : { ...others, [id]: { ...own, ...part } } })
  }
  return {
    'set-language'({ language }, { mode }) {
      // The language switch in a replay window affects only that window.
      if (mode !== 'live') return null
      settings.change({ language })
      // An officer who chooses a language wants it here next time too, whatever a colleague
      // chooses.
      if (officer() !== null) changeOwn({ language })
      return null
    },
    'change-settings'({ whose, part }, { mode }) {
      if (mode !== 'live') return null
      if (whose === 'own') changeOwn(part)
      else {
        const { language = settings.get().language, ...screen } = part ?? {}
        settings.change({
          language,
          screen: part === null ? undefined : { ...settings.get().screen, ...screen },
        })
      }
      return null
    },
    'set-layout'(layout, { mode }) {
      if (mode === 'live') settings.change({ layout })
      return null
    },
    async 'export-settings'(_request, { mode }) {
      const file = mode === 'live' ? await files.toSave('navbatchi-settings.json') : null
      if (file === null) return 'cancelled'
      const { sound: deskSound = usualSound, people = {} } = settings.get()
      const { desk, layout } = deskSettingsOf(settings.get(), null)
      await writeFile(file, settingsFileText({ desk, sound: deskSound, people, layout })).catch(
        (error: unknown) => {
          throw fileFault('settings-not-written', error)
        },
      )
      return 'done'
    },
    async 'import-settings'(_request, { mode }) {
      const file = mode === 'live' ? await files.toOpen() : null
      if (file === null) return 'cancelled'
      const read = readSettingsFile(await textOf(file))
      if (isRefusal(read)) throw new SaidError(read)
      const { language, ...screen } = read.desk
      settings.change({
        language,
        screen,
        people: read.people,
        sound: read.sound,
        layout: read.layout,
      })
      sound.set(read.sound)
      return 'done'
    },
  }
}

async function textOf(file: string): Promise<string> {
  try {
    const { size } = await stat(file)
    return size > settingsFileLimit ? '' : await readFile(file, 'utf8')
  } catch (error) {
    throw fileFault('settings-not-read', error)
  }
}

const nobody = sentence('settings-nobody', 'Nobody is signed in: only the desk can be set')

function fileFault(code: 'settings-not-written' | 'settings-not-read', error: unknown): SaidError {
  const why = systemSays(error instanceof Error ? error.message : String(error))
  return new SaidError(
    code === 'settings-not-written'
      ? because(code, 'The settings were not written: {reason}', why)
      : because(code, 'The settings file cannot be read: {reason}', why),
  )
}
