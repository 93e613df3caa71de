import type { HubNoun } from '../hub-noun'
import { countAlarms } from './alarm-metrics'

export const alarmsNoun: HubNoun = { metrics: countAlarms }
