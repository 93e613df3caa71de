import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../shared/lang/decision'
import type { Action } from './action'
import { notify } from './console-changes'
import { useConsole, usePorts } from './console-context'
import type { ConsolePorts } from './console-ports'
import type { Selection } from './console-store'
import { sayRefusal } from './say'
import { sendCommand } from './send-command'

/**
 * Performs an action, or says why not. `about` is the selection unless a row names something else.
 */
export function runAction(ports: ConsolePorts, action: Action, about?: Selection): void {
  const data = ports.store.getState()
  const on = about ?? data.selection
  const refusal = action.refusal(data, on)
  // Nothing was asked of the hub and nothing is lost, so it is not said in the colour of danger.
  if (refusal) notify(ports, 'notice', refusal)
  else void action.perform({ data, ports, send: (command) => sendCommand(ports, command) }, on)
}

export interface UsedAction {
  /** Why it cannot be done now, in the officer's language. */
  readonly disabledReason: string | null
  readonly run: () => void
}

// Selectors must give equal results for equal data: each refusal is a new object, its text is
// equal.
const asText = (refusal: Refusal | null): string | null =>
  refusal ? JSON.stringify(refusal) : null

/** An action for a custom button; see ActionButton for the usual one. */
export function useAction(action: Action, about?: Selection): UsedAction {
  const ports = usePorts()
  const { t } = useTranslation()
  const refusal = useConsole((data) => asText(action.refusal(data, about ?? data.selection)))
  return {
    disabledReason: refusal === null ? null : sayRefusal(t, JSON.parse(refusal) as Refusal),
    run: () => runAction(ports, action, about),
  }
}
