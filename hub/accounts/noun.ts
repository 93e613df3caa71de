import type { HubNoun } from '../hub-noun'
import { addCentreRoutes } from './centre-routes'
import { addSessionRoutes } from './session-routes'
import { addUserRoutes } from './user-routes'

/** Who may come in: people with their sessions, and monitoring centres. */
export const accountsNoun: HubNoun = {
  routes(app, deps) {
    addSessionRoutes(app, deps)
    addUserRoutes(app, deps)
    addCentreRoutes(app, deps)
  },
}
