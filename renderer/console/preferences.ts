import { type Preferences, preferencesOf } from '../../shared/settings/preferences'
import { useConsole } from './console-context'

/** How the screen is set for who looks at it now: one value of it. */
export const usePreference = <Name extends keyof Preferences>(name: Name): Preferences[Name] =>
  useConsole(({ settings }) => preferencesOf(settings)[name])
