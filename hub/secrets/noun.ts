import type { HubNoun } from '../hub-noun'
import { addSecretRoutes } from './secret-routes'

export const secretsNoun: HubNoun = { routes: addSecretRoutes }
