import { type Preferences, preferencesOf } from '../../shared/settings/preferences'
import { useConsole } from './console-context'

/** One setting of the screen for the current user. */
export const usePreference = <Name extends keyof Preferences>(name: Name): Preferences[Name] =>
  useConsole(({ settings }) => preferencesOf(settings)[name])
