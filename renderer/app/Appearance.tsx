import { useLayoutEffect } from 'react'
import { usePreference } from '../console/preferences'

/** Gives the page the theme and the stillness that are set; renderer/ui/tokens.css reads them. */
export function Appearance() {
  const theme = usePreference('theme')
  const motion = usePreference('motion')
  useLayoutEffect(() => {
    Object.assign(document.documentElement.dataset, { theme, motion })
  }, [theme, motion])
  return null
}
