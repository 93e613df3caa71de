import type { HubNoun } from '../hub-noun'
import { addRecordsRoutes } from './records-routes'

export const recordsNoun: HubNoun = { routes: addRecordsRoutes }
