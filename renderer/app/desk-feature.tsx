import { ActionButton } from '../console/ActionButton'
import type { CardSubject, Feature } from '../console/feature'
import { LanguageSwitch } from '../console/LanguageSwitch'
import { centreMapAction } from './centre-map-action'
import { clearSelectionAction } from './clear-selection-action'
import { HowWeKnow } from './HowWeKnow'
import { KeysDialog } from './KeysDialog'
import { layoutActions } from './layout-actions'
import { linkPart, storagePart } from './link-states'
import { MapFocus } from './MapFocus'
import { OutboxDialog } from './OutboxDialog'
import { OutboxStatus } from './OutboxStatus'
import { OwnCopyStatus } from './OwnCopyStatus'
import { quietPart } from './quiet-part'
import { SelectionLayer } from './SelectionLayer'
import { StateDialog } from './StateDialog'
import { showKeysAction } from './show-keys-action'
import { showOutboxAction } from './show-outbox-action'
import { showStateAction } from './show-state-action'
import { viewActions } from './view-actions'
import { WaitingStates } from './WaitingStates'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    outbox: object
    keys: object
    state: object
  }
}

/** What belongs to no noun: the desk itself, its selection and its outbox. */
export const deskFeature: Feature = {
  actions: [
    centreMapAction,
    clearSelectionAction,
    showOutboxAction,
    showStateAction,
    ...layoutActions,
    ...viewActions,
    showKeysAction,
  ],
  dialogs: {
    outbox: () => <OutboxDialog />,
    keys: () => <KeysDialog />,
    state: () => <StateDialog />,
  },
  states: [linkPart, storagePart, quietPart],
  layers: [
    { place: 40, Part: SelectionLayer },
    { place: 50, Part: MapFocus },
  ],
  topBar: [
    { place: 20, Part: LanguageSwitch },
    { place: 40, Part: Keys },
  ],
  status: [
    { place: 5, Part: WaitingStates },
    { place: 10, Part: OutboxStatus },
    { place: 20, Part: OwnCopyStatus },
  ],
  cardParts: [
    { cards: ['site'], region: 'actions', place: 20, Part: Centre },
    { cards: ['nothing'], region: 'body', place: 5, Part: HowWeKnow },
  ],
}

function Keys() {
  return <ActionButton action={showKeysAction} tone="quiet" />
}

function Centre({ site }: CardSubject) {
  return site ? (
    <ActionButton action={centreMapAction} about={{ kind: 'site', siteId: site.id }} />
  ) : null
}
