import type { Command } from '../../shared/room/commands'
import { closeDialog } from './console-changes'
import { usePorts } from './console-context'
import { dropDraft } from './drafts'
import { sendCommand } from './send-command'

/**
 * What a dialog does at its end. It is left, and what was typed stays as a draft; or it is done and
 * nothing stays; or it sends. What became of the command is said by a notice; what was typed for
 * one that was refused stays as a draft.
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
