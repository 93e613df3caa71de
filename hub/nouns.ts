import { accountsNoun } from './accounts/noun'
import { alarmsNoun } from './alarms/noun'
import type { ApiApp, ApiDeps } from './api/api-app'
import { escalationNoun } from './escalation/noun'
import type { HubNoun, HubNounParts } from './hub-noun'
import { followAll } from './keeper/follow-all'
import type { Follow } from './keeper/matter'
import { onTestNoun } from './on-test/noun'
import { recordsNoun } from './records/noun'
import { secretsNoun } from './secrets/noun'
import { signalsNoun } from './signals/noun'
import { sitesNoun } from './sites/noun'
import { triageNoun } from './triage/noun'

const hubNouns: readonly HubNoun[] = [
  accountsNoun,
  sitesNoun,
  signalsNoun,
  onTestNoun,
  alarmsNoun,
  triageNoun,
  secretsNoun,
  recordsNoun,
  escalationNoun,
]

export const followNouns = (newId: () => string): Follow =>
  followAll(...hubNouns.flatMap(({ follow }) => (follow ? [follow(newId)] : [])))

export function startNouns(parts: HubNounParts): () => void {
  const stops = hubNouns.flatMap(({ duties, metrics }) =>
    [duties, metrics].flatMap((start) => (start ? [start(parts)] : [])),
  )
  return () => {
    for (const stop of stops) stop()
  }
}

export function addNounRoutes(app: ApiApp, deps: ApiDeps): void {
  for (const { routes } of hubNouns) routes?.(app, deps)
}
