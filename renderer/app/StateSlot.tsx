import { useTranslation } from 'react-i18next'
import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'
import { usePorts } from '../console/console-context'
import type { SlotState } from '../console/slot'
import { useAction } from '../console/use-action'
import { KeyCap } from '../ui/KeyCap'
import { useSlotStates } from './slot-states'
import './state-slot.css'

/**
 * How the room stands, always in this place and of this height: the gravest of its states. Nothing
 * below is ever moved by it.
 */
export function StateSlot() {
  const [state] = useSlotStates()
  return state ? <Slot state={state} /> : null
}

function Slot({ state }: { state: SlotState }) {
  const ports = usePorts()
  const { tone, head, text, whole, action, Button } = state
  return (
    <div
      className={`state-slot state-slot--${tone}`}
      {...(tone === 'lost' || tone === 'flood' ? { role: 'alert' } : {})}
    >
      <button
        type="button"
        className="state-slot__says"
        title={whole.join('\n')}
        // A click leaves the keys where they were.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => openDialog(ports, { kind: 'state' })}
      >
        <strong className="state-slot__head">{head}</strong>
        <span className="state-slot__text ellipsis selectable">{text}</span>
      </button>
      {Button ? <Button /> : null}
      {action ? <Cap action={action} /> : null}
    </div>
  )
}

function Cap({ action }: { action: Action }) {
  const { t } = useTranslation()
  const { run, disabledReason } = useAction(action)
  const label = t(`actions:${action.id}`)
  return (
    <button
      type="button"
      className="state-slot__cap"
      title={disabledReason ?? label}
      aria-label={label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      <KeyCap keys={action.keys} />
    </button>
  )
}
