import { contextBridge, ipcRenderer } from 'electron'
import type { PushName, RequestName, UnitId } from '../../shared/ipc/contract'
import type { TextBridge } from '../../shared/ipc/text-bridge'
import { pushChannel, requestChannel, unitsChannel } from '../channels'

// Listed here rather than read from the schemas, so that zod stays out of the preload. The compiler
// makes sure none is missing.
const requests: Readonly<Record<RequestName, true>> = {
  attach: true,
  'register-columns': true,
  'site-card': true,
  drawn: true,
  'sign-in': true,
  'sign-out': true,
  'choose-hub': true,
  'try-again': true,
  command: true,
  'withdraw-command': true,
  'duress-words': true,
  dial: true,
  'site-picture': true,
  'set-language': true,
  'change-settings': true,
  'set-layout': true,
  'toggle-view': true,
  select: true,
  'export-settings': true,
  'import-settings': true,
  'region-map': true,
  'import-region-map': true,
  'cancel-region-map': true,
  'remove-region-map': true,
  'beacon-test': true,
  'sound-test': true,
  'set-sound': true,
  'loss-heard': true,
  records: true,
  print: true,
  'paper-drawn': true,
  'replay-span': true,
  'open-replay': true,
  'replay-frame': true,
  'replay-page': true,
}
const pushes: Readonly<Record<PushName, true>> = {
  link: true,
  reset: true,
  entries: true,
  positions: true,
  pending: true,
  settled: true,
  beacon: true,
  sound: true,
  settings: true,
  'region-map': true,
  selection: true,
  'local-journal': true,
  clock: true,
}

/** A compromised page must not reach a channel that the contract does not name. */
function known(table: Readonly<Record<string, true>>, name: string): void {
  if (!Object.hasOwn(table, name)) throw new Error(`There is no channel ${name}`)
}

function hear(channel: string, listener: (...told: string[]) => void): () => void {
  const forward = (_event: unknown, ...told: string[]) => listener(...told)
  ipcRenderer.on(channel, forward)
  return () => {
    ipcRenderer.off(channel, forward)
  }
}

const bridge: TextBridge = {
  units: async () => (await ipcRenderer.invoke(unitsChannel)) as string,
  onUnits: (listener) => hear(unitsChannel, (units = '[]') => listener(units)),
  async ask(unit, name, request) {
    known(requests, name)
    return (await ipcRenderer.invoke(requestChannel(name), unit, request)) as string | Uint8Array
  },
  on(name, listener) {
    known(pushes, name)
    return hear(pushChannel(name), (unit: UnitId = '', text = 'null') => listener(unit, text))
  },
}

contextBridge.exposeInMainWorld('navbatchi', bridge)
