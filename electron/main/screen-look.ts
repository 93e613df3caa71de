import type { LinkState } from '../../shared/ipc/contract'
import { type DeskSettings, preferencesOf } from '../../shared/settings/preferences'
import type { Look } from './console-core'
import { deskSettingsOf, type SettingsFile } from './settings'

export interface ScreenLook {
  now(): Look
  officerChanged(): void
  stop(): void
}

export interface ScreenLookPorts {
  readonly settings: SettingsFile
  readonly officer: () => string | null
  /** Called when the screen should look different: other settings, or another person. */
  readonly onChange: (settings: DeskSettings) => void
}

export const officerOf = (link: LinkState): string | null =>
  (link.phase === 'live' || link.phase === 'lost') && link.you ? link.you.id : null

/**
 * The look of one unit's screen: the desk's, changed by the preferences of whoever is signed in.
 */
export function createScreenLook({ settings, officer, onChange }: ScreenLookPorts): ScreenLook {
  const current = () => deskSettingsOf(settings.get(), officer())
  let told = JSON.stringify(current())
  const tell = () => {
    const next = current()
    const text = JSON.stringify(next)
    if (text === told) return
    told = text
    onChange(next)
  }
  return {
    now() {
      const settings = current()
      return { settings, language: preferencesOf(settings).language }
    },
    officerChanged: tell,
    stop: settings.onChange(tell),
  }
}
