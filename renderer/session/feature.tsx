import type { Feature } from '../console/feature'
import { signOutAction } from './sign-out-action'

export const sessionFeature: Feature = { actions: [signOutAction] }
