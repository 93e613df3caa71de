import { AlarmQueue } from '../alarms/AlarmQueue'
import { NewAlarmSpeech } from '../alarms/NewAlarmSpeech'
import { useConsole } from '../console/console-context'
import { ReplayBar } from '../replay/ReplayBar'
import { NoSites } from '../sites/NoSites'
import { TeamList } from '../teams/TeamList'
import { Ledger } from '../triage/Ledger'
import { Dialogs } from './Dialogs'
import { FloodBanner } from './FloodBanner'
import { banners } from './features'
import { LinkBanner } from './LinkBanner'
import { Notices } from './Notices'
import { PanelBoundary } from './PanelBoundary'
import { RoomMap } from './RoomMap'
import { Shortcuts } from './Shortcuts'
import { StatusLine } from './StatusLine'
import { SubjectPanel } from './SubjectPanel'
import { TopBar } from './TopBar'
import './room-screen.css'

/** The one screen of the duty room. Each panel fails alone. */
export function RoomScreen() {
  const mode = useConsole((data) => data.mode)
  return (
    <>
      <Shortcuts />
      <div className={`room-screen room-screen--${mode}`}>
        <div className="room-screen__top">
          <PanelBoundary name="top-bar">
            <TopBar />
            <LinkBanner />
            {banners.map(({ place, Part }) => (
              <Part key={place} />
            ))}
            <FloodBanner />
          </PanelBoundary>
          {mode === 'replay' ? (
            <PanelBoundary name="replay">
              <ReplayBar />
            </PanelBoundary>
          ) : null}
        </div>
        <div className="room-screen__queue">
          <div className="room-screen__alarms">
            <PanelBoundary name="alarms">
              <AlarmQueue />
              <NewAlarmSpeech />
            </PanelBoundary>
          </div>
          <PanelBoundary name="ledger">
            <Ledger />
          </PanelBoundary>
        </div>
        <main className="room-screen__map">
          <PanelBoundary name="map">
            <RoomMap />
            <NoSites />
          </PanelBoundary>
        </main>
        <div className="room-screen__teams">
          <PanelBoundary name="teams">
            <TeamList />
          </PanelBoundary>
        </div>
        <div className="room-screen__card">
          <PanelBoundary name="incident">
            <SubjectPanel />
          </PanelBoundary>
        </div>
        <div className="room-screen__status">
          <PanelBoundary name="status">
            <StatusLine />
          </PanelBoundary>
        </div>
        <div className="room-screen__dock">
          <PanelBoundary name="dialogs">
            <Dialogs />
          </PanelBoundary>
        </div>
      </div>
      <Notices />
    </>
  )
}
