import { useLayoutEffect } from 'react'
import { usePreference } from '../console/preferences'

/** Gives the page the chosen theme and motion setting; renderer/ui/tokens.css reads them. */
export function Appearance() {
  const theme = usePreference('theme')
  const motion = usePreference('motion')
  useLayoutEffect(() => {
    Object.assign(document.documentElement.dataset, { theme, motion })
  }, [theme, motion])
  return null
}
