import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../console/console-context'
import { SignIn } from '../session/SignIn'
import { Appearance } from './Appearance'
import { RoomScreen } from './RoomScreen'
import { ViewScreen } from './ViewScreen'
import { WaitingScreen } from './WaitingScreen'

/**
 * What the window shows: the sign-in, the wait for a hub, or the room. A room once shown stays
 * readable whatever the link does.
 */
export function App() {
  const { i18n } = useTranslation()
  const language = useConsole((data) => data.language)
  const view = useConsole((data) => data.view)
  const phase = useConsole((data) => data.link.phase)
  const awaited = useConsole((data) => data.link.phase === 'lost' && data.link.atSignIn === true)
  const hasRoom = useConsole((data) => data.mode === 'replay' || data.room.unit !== null)
  useEffect(() => {
    void i18n.changeLanguage(language)
    document.documentElement.lang = language
  }, [i18n, language])
  if (view !== 'room')
    return (
      <>
        <Appearance />
        <ViewScreen view={view} />
      </>
    )
  return (
    <>
      <Appearance />
      {phase === 'signed-out' ? (
        <SignIn />
      ) : hasRoom && !awaited ? (
        <RoomScreen />
      ) : (
        <WaitingScreen />
      )}
    </>
  )
}
