import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { type RequestName, requestSchemas } from '../../../shared/ipc/contract'
import { requestChannel, unitsChannel } from '../../channels'
import type { AttachedUnits } from '../attached-units'
import type { Log } from '../log'
import type { ConsoleWindows } from '../window/console-windows'
import { answerText } from './answer-text'
import type { Asker } from './handlers'
import { type Sender, senderFault } from './sender'

/**
 * Answers every request of the contract. Trust is decided here: the sender is checked and then the
 * request is parsed, so handlers see only parsed values from our own windows. Answers travel as
 * JSON text or as raw bytes (see shared/ipc/text-bridge.ts).
 */
export function answerRequests(
  units: Pick<AttachedUnits, 'ids' | 'handlersOf'>,
  windows: ConsoleWindows,
  log: Log,
): void {
  const trusted = (event: IpcMainInvokeEvent, channel: string): Asker => {
    const asker = askerOf(event, windows)
    if (typeof asker !== 'string') return asker
    log.warn({ channel }, `A message was not answered: ${asker}`)
    throw new Error('This window is not trusted')
  }
  ipcMain.handle(unitsChannel, (event) => {
    trusted(event, 'units')
    return JSON.stringify(units.ids())
  })
  for (const name of Object.keys(requestSchemas) as RequestName[]) {
    ipcMain.handle(requestChannel(name), async (event, unit: unknown, request: unknown) => {
      const asker = trusted(event, name)
      windows.heard(event.sender.id)
      return answerText({ name, unit, request, asker }, units.handlersOf, log)
    })
  }
}

function askerOf(event: IpcMainInvokeEvent, windows: ConsoleWindows): Asker | string {
  const sender: Sender = {
    windowId: event.sender.id,
    frameUrl: event.senderFrame?.url ?? null,
    isMainFrame: event.senderFrame !== null && event.senderFrame.parent === null,
  }
  return (
    senderFault(sender, windows.origin, windows.modes()) ?? {
      mode: windows.modes().get(sender.windowId) ?? 'replay',
      windowId: sender.windowId,
    }
  )
}
