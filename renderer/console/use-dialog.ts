import type { Command } from '../../shared/room/commands'
import { closeDialog } from './console-changes'
import { usePorts } from './console-context'
import { dropDraft } from './drafts'
import { sendCommand } from './send-command'

/**
 * What a dialog does at its end: goes away, or goes away and sends. What became of the command is
 * said by a notice; what was typed for one that was refused stays as a draft.
 */
export function useDialog(): {
  readonly close: () => void
  readonly send: (command: Command) => void
} {
  const ports = usePorts()
  const close = () => closeDialog(ports)
  return {
    close,
    send(command) {
      const { dialog } = ports.store.getState()
      close()
      void sendCommand(ports, command).then((handedOver) => {
        if (handedOver && dialog) dropDraft(ports.store, dialog)
      })
    },
  }
}
