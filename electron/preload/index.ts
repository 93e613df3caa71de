import { contextBridge, ipcRenderer } from 'electron'
import type { PushName, RequestName } from '../../shared/ipc/contract'
import type { TextBridge } from '../../shared/ipc/text-bridge'
import { pushChannel, requestChannel } from '../channels'

// Written out, and not read from the schemas, so that zod stays out of the preload; the compiler
// sees to it that none is missing.
const requests: Readonly<Record<RequestName, true>> = {
  attach: true,
  drawn: true,
  'sign-in': true,
  'sign-out': true,
  'choose-hub': true,
  'try-again': true,
  command: true,
  'withdraw-command': true,
  'duress-words': true,
  'set-language': true,
  'beacon-test': true,
  records: true,
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
  'local-journal': true,
  clock: true,
}

/** A page that was tampered with must not reach a channel the contract does not name. */
function known(table: Readonly<Record<string, true>>, name: string): void {
  if (!Object.hasOwn(table, name)) throw new Error(`There is no channel ${name}`)
}

const bridge: TextBridge = {
  async ask(name, request) {
    known(requests, name)
    return (await ipcRenderer.invoke(requestChannel(name), request)) as string
  },
  on(name, listener) {
    known(pushes, name)
    const forward = (_event: unknown, text: string) => listener(text)
    ipcRenderer.on(pushChannel(name), forward)
    return () => {
      ipcRenderer.off(pushChannel(name), forward)
    }
  },
}

contextBridge.exposeInMainWorld('navbatchi', bridge)
