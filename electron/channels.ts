import type { PushName, RequestName } from '../shared/ipc/contract'

/** Answers which units there are, and announces every change. */
export const unitsChannel = 'navbatchi:units'

/** Channel names on Electron's IPC, spelled only here for main and preload. */
export const requestChannel = (name: RequestName): string => `navbatchi:ask:${name}`
export const pushChannel = (name: PushName): string => `navbatchi:push:${name}`
