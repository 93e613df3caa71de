import { useConsole } from '../console/console-context'
import type { PanelRegion } from '../console/feature'
import { FeatureParts } from '../console/feature-parts'
import { Dialogs } from './Dialogs'
import { features, panelsIn } from './features'
import { Notices } from './Notices'
import { PanelBoundary } from './PanelBoundary'
import { RoomMap } from './RoomMap'
import { Shortcuts } from './Shortcuts'
import { StatusLine } from './StatusLine'
import { SubjectPanel } from './SubjectPanel'
import { TopBar } from './TopBar'
import './room-screen.css'

export function RoomScreen() {
  const mode = useConsole((data) => data.mode)
  return (
    <FeatureParts features={features}>
      <Shortcuts />
      <div className={`room-screen room-screen--${mode}`}>
        <div className="room-screen__top">
          <PanelBoundary name="top-bar">
            <TopBar />
          </PanelBoundary>
          <PanelBoundary name="replay">
            <Panels region="bar" />
          </PanelBoundary>
        </div>
        <div className="room-screen__queue">
          <div className="room-screen__alarms">
            <PanelBoundary name="alarms">
              <Panels region="queue" />
            </PanelBoundary>
          </div>
          <PanelBoundary name="ledger">
            <Panels region="ledger" />
          </PanelBoundary>
        </div>
        <main className="room-screen__map">
          <PanelBoundary name="map">
            <RoomMap />
            <Panels region="map" />
          </PanelBoundary>
        </main>
        <div className="room-screen__teams">
          <PanelBoundary name="teams">
            <Panels region="teams" />
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
    </FeatureParts>
  )
}

const Panels = ({ region }: { region: PanelRegion }) =>
  panelsIn(region).map(({ place, Part }) => <Part key={place} />)
