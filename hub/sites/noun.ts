import type { HubNoun } from '../hub-noun'
import { addSiteRoutes } from './site-routes'

export const sitesNoun: HubNoun = { routes: addSiteRoutes }
