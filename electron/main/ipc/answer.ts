import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { type RequestName, requestSchemas } from '../../../shared/ipc/contract'
import { requestChannel } from '../../channels'
import type { Log } from '../log'
import type { ConsoleWindows } from '../window/console-windows'
import { AnswerText, type Asker, type Handlers } from './handlers'
import { type Sender, senderFault } from './sender'

/**
 * Answers every request of the contract. Trust is decided here: the sender is checked, then the
 * request parsed, so that handlers see parsed values of our own windows only. Answers travel as
 * JSON text (see shared/ipc/text-bridge.ts).
 */
export function answerRequests(handlers: () => Handlers, windows: ConsoleWindows, log: Log): void {
  for (const name of Object.keys(requestSchemas) as RequestName[]) {
    ipcMain.handle(requestChannel(name), async (event, request: unknown) => {
      const asker = askerOf(event, windows)
      if (typeof asker === 'string') {
        log.warn({ channel: name }, `A message was not answered: ${asker}`)
        throw new Error('This window is not trusted')
      }
      windows.heard(event.sender.id)
      const parsed = requestSchemas[name].safeParse(request)
      if (!parsed.success) {
        log.warn(
          { channel: name, issues: parsed.error.issues },
          'A request of a window makes no sense',
        )
        throw new Error(`A request on ${name} makes no sense`)
      }
      const handler = handlers()[name] as (request: unknown, asker: Asker) => unknown
      const answer = await handler(parsed.data, asker)
      return answer instanceof AnswerText ? answer.text : JSON.stringify(answer ?? null)
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
    }
  )
}
