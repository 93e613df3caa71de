import type { PushName, RequestName } from '../shared/ipc/contract'

/** Which units there are: asked, and pushed when that changes. */
export const unitsChannel = 'navbatchi:units'

/** The names on Electron's own wire: main and preload spell them in this one place. */
export const requestChannel = (name: RequestName): string => `navbatchi:ask:${name}`
export const pushChannel = (name: PushName): string => `navbatchi:push:${name}`
