import type { Feature } from '../console/feature'
import { SignOutButton } from './SignOutButton'
import { signOutAction } from './sign-out-action'

export const sessionFeature: Feature = {
  actions: [signOutAction],
  topBar: [{ place: 10, Part: SignOutButton }],
}
