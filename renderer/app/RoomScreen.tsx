import type { CSSProperties } from 'react'
import { changedOf, panelNames, panelsShown, sizeNames } from '../../shared/settings/layout'
import { useConsole } from '../console/console-context'
import type { PanelRegion } from '../console/feature'
import { FeatureParts } from '../console/feature-parts'
import { Dialogs } from './Dialogs'
import { features, panelsIn } from './features'
import { Notices } from './Notices'
import { PanelBoundary } from './PanelBoundary'
import { chosenSize, PanelSize } from './PanelSize'
import { RoomMap } from './RoomMap'
import { Shortcuts } from './Shortcuts'
import { StatusLine } from './StatusLine'
import { SubjectPanel } from './SubjectPanel'
import { TopBar } from './TopBar'
import { useWide } from './use-wide'
import './room-screen.css'

export function RoomScreen() {
  const mode = useConsole((data) => data.mode)
  const layout = useConsole((data) => data.settings.layout)
  const shown = panelsShown(layout, useWide())
  const { sizes } = changedOf(layout)
  // Sizes that were chosen are read by the style sheet; the map keeps its view and is only resized.
  const style = Object.fromEntries(
    sizeNames.flatMap((name) => (sizes[name] ? [[chosenSize(name), `${sizes[name]}px`]] : [])),
  ) as CSSProperties
  return (
    <FeatureParts features={features}>
      <Shortcuts />
      <div
        className={`room-screen room-screen--${mode}`}
        data-layout={layout.name}
        data-off={panelNames.filter((name) => !shown[name]).join(' ')}
        style={style}
      >
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
          <PanelSize name="queue" edge="right" />
        </div>
        <main className="room-screen__map">
          <PanelBoundary name="map">
            <RoomMap />
            <Panels region="map" />
          </PanelBoundary>
        </main>
        <div className="room-screen__strip">
          {shown.teams ? (
            <div className="room-screen__teams">
              <PanelBoundary name="teams">
                <Panels region="teams" />
              </PanelBoundary>
            </div>
          ) : null}
          {shown.log ? (
            <div className="room-screen__log">
              <PanelBoundary name="log">
                <Panels region="log" />
              </PanelBoundary>
              {shown.teams ? <PanelSize name="log" edge="left" /> : null}
            </div>
          ) : null}
          <PanelSize name="teams" edge="top" />
        </div>
        <div className="room-screen__card">
          {shown.card ? (
            <PanelBoundary name="incident">
              <SubjectPanel />
            </PanelBoundary>
          ) : null}
          <PanelSize name="card" edge="left" />
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
