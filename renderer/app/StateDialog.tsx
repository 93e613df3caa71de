import { useTranslation } from 'react-i18next'
import { DialogFoot } from '../console/DialogFoot'
import type { SlotState } from '../console/slot'
import { useDialog } from '../console/use-dialog'
import { Dialog } from '../ui/Dialog'
import { HowWeKnow } from './HowWeKnow'
import { useSlotStates } from './slot-states'
import './state-dialog.css'

/** All that is to be said of how the room stands, in whole sentences, and how we know. */
export function StateDialog() {
  const { t } = useTranslation()
  const { close } = useDialog()
  const states = useSlotStates()
  return (
    <Dialog
      title={t('app:state.title')}
      width="wide"
      onClose={close}
      footer={<DialogFoot leave="close" onLeave={close} />}
    >
      <ul className="state-list">
        {states.map((state) => (
          <Whole key={state.head} state={state} />
        ))}
      </ul>
      <HowWeKnow />
    </Dialog>
  )
}

const Whole = ({ state: { tone, head, whole, Button } }: { state: SlotState }) => (
  <li className={`state-list__item state-list__item--${tone}`}>
    <strong>{head}</strong>
    {whole.map((sentence) => (
      <p key={sentence} className="selectable">
        {sentence}
      </p>
    ))}
    {Button ? <Button /> : null}
  </li>
)
