import type { HubNoun } from '../hub-noun'
import { addPictureRoutes } from './picture-routes'
import { addSiteRoutes } from './site-routes'

export const sitesNoun: HubNoun = {
  routes(app, deps) {
    addSiteRoutes(app, deps)
    addPictureRoutes(app, deps)
  },
}
