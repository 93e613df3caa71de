import type { HubNoun } from '../hub-noun'
import { addCentreRoutes } from './centre-routes'
import { addSessionRoutes } from './session-routes'
import { addUserRoutes } from './user-routes'

export const accountsNoun: HubNoun = {
  routes(app, deps) {
    addSessionRoutes(app, deps)
    addUserRoutes(app, deps)
    addCentreRoutes(app, deps)
  },
}
