import type { Command } from '../../shared/room/commands'
import { closeDialog } from './console-changes'
import { usePorts } from './console-context'
import { dropDraft } from './drafts'
import { sendCommand } from './send-command'

/**
 * How a dialog ends. Leaving keeps the text typed as a draft; finishing keeps nothing; sending
 * reports the result by a notice and keeps the draft of a refused command.
 */
export function useDialog(): {
  readonly close: () => void
  readonly done: () => void
  readonly send: (command: Command) => void
} {
  const ports = usePorts()
  const close = () => closeDialog(ports)
  return {
    close,
    done() {
      const { dialog } = ports.store.getState()
      close()
      if (dialog) dropDraft(ports.store, dialog)
    },
    send(command) {
      const { dialog } = ports.store.getState()
      close()
      void sendCommand(ports, command).then((handedOver) => {
        if (handedOver && dialog) dropDraft(ports.store, dialog)
      })
    },
  }
}
