import { useTranslation } from 'react-i18next'
import type { ViewName } from '../../shared/settings/window-place'
import { useConsole } from '../console/console-context'
import { FeatureParts } from '../console/feature-parts'
import { features, panelsIn } from './features'
import { LinkChip } from './LinkChip'
import { PanelBoundary } from './PanelBoundary'
import { RoomMap } from './RoomMap'
import { Shortcuts } from './Shortcuts'
import { StateSlot } from './StateSlot'
import { UnitClock } from './UnitClock'
import './view-screen.css'

/**
 * A window beside the room: its map alone, or a display for the wall. It shows the same room, makes
 * no sound and gives no command.
 */
export function ViewScreen({ view }: { view: ViewName }) {
  const { t } = useTranslation()
  const unit = useConsole((data) => data.room.unit?.name)
  const awaited = useConsole(
    ({ link }) => link.phase === 'signed-out' || (link.phase === 'lost' && link.atSignIn === true),
  )
  if (awaited || unit === undefined)
    return (
      <p className="view-screen__nobody">{t(awaited ? 'app:view.nobody' : 'app:view.waiting')}</p>
    )
  return (
    <FeatureParts features={features}>
      <Shortcuts />
      <div className={`view-screen view-screen--${view}`}>
        <header className="view-screen__top">
          <PanelBoundary name="top-bar">
            <div className="view-screen__bar">
              <span className="view-screen__unit ellipsis">{unit}</span>
              <StateSlot />
              {panelsIn('view').map(({ place, Part }) => (
                <Part key={place} />
              ))}
              <LinkChip />
              <UnitClock />
            </div>
          </PanelBoundary>
        </header>
        {view === 'wall' ? (
          <div className="view-screen__alarms">
            <PanelBoundary name="alarms">
              {panelsIn('wall').map(({ place, Part }) => (
                <Part key={place} />
              ))}
            </PanelBoundary>
          </div>
        ) : null}
        <main className="view-screen__map">
          <PanelBoundary name="map">
            <RoomMap />
          </PanelBoundary>
        </main>
      </div>
    </FeatureParts>
  )
}
