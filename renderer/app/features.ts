import { alarmFeature } from '../alarms/feature'
import { callFeature } from '../calls/feature'
import { commandLineFeature } from '../command-line/feature'
import { byPlace, type Feature, type PanelRegion } from '../console/feature'
import { escalationFeature } from '../escalation/feature'
import { incidentFeature } from '../incidents/feature'
import { mapToolsFeature } from '../map-tools/feature'
import { mergingFeature } from '../merging/feature'
import { onTestFeature } from '../on-test/feature'
import { paperFeature } from '../paper/feature'
import { peripheralFeature } from '../peripherals/feature'
import { receiverLineFeature } from '../receiver-lines/feature'
import { recordsFeature } from '../records/feature'
import { replayFeature } from '../replay/feature'
import { reportFeature } from '../reports/feature'
import { sessionFeature } from '../session/feature'
import { settingsFeature } from '../settings/feature'
import { signalFeature } from '../signals/feature'
import { siteFeature } from '../sites/feature'
import { soundFeature } from '../sound/feature'
import { teamFeature } from '../teams/feature'
import { triageFeature } from '../triage/feature'
import { undoFeature } from '../undo/feature'
import { deskFeature } from './desk-feature'

export const features: readonly Feature[] = [
  alarmFeature,
  escalationFeature,
  incidentFeature,
  teamFeature,
  callFeature,
  reportFeature,
  mergingFeature,
  siteFeature,
  mapToolsFeature,
  onTestFeature,
  signalFeature,
  triageFeature,
  receiverLineFeature,
  peripheralFeature,
  soundFeature,
  replayFeature,
  recordsFeature,
  paperFeature,
  sessionFeature,
  commandLineFeature,
  settingsFeature,
  undoFeature,
  deskFeature,
]

export const layers = byPlace(features.flatMap(({ layers = [] }) => layers))
export const statusParts = byPlace(features.flatMap(({ status = [] }) => status))
/** The gravest first. */
export const slotParts = features
  .flatMap(({ states = [] }) => states)
  .sort((a, b) => a.grave - b.grave)
export const topBarParts = byPlace(features.flatMap(({ topBar = [] }) => topBar))
export const figures = byPlace(features.flatMap(({ figures = [] }) => figures))
export const panels = byPlace(features.flatMap(({ panels = [] }) => panels))
export const panelsIn = (region: PanelRegion) => panels.filter((panel) => panel.region === region)
