import { openDialog } from '../console/console-changes'
import { usePorts } from '../console/console-context'
import { StatusItem } from '../console/StatusItem'
import { useSlotStates } from './slot-states'

const tones = { normal: 'quiet', work: 'note', flood: 'warn', lost: 'bad', past: 'note' } as const

/** States that wait behind a graver one, which has the slot in the top bar. */
export function WaitingStates() {
  const ports = usePorts()
  const [, ...others] = useSlotStates()
  return others
    .filter(({ tone, atFoot }) => tone !== 'normal' && !atFoot)
    .map(({ tone, head }) => (
      <StatusItem
        key={head}
        tone={tones[tone]}
        onClick={() => openDialog(ports, { kind: 'state' })}
      >
        {head}
      </StatusItem>
    ))
}
