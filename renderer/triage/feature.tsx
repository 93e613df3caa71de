import type { CardSubject, Feature } from '../console/feature'
import { BundleCard } from './BundleCard'
import { BundleDialog } from './BundleDialog'
import { BundleNote } from './BundleNote'
import {
  closeBundleAction,
  lookInsideAction,
  nextBundleAction,
  unbundleAction,
} from './bundle-actions'
import { CloseBundleDialog } from './CloseBundleDialog'
import { floodPart } from './flood-part'
import { Ledger } from './Ledger'
import { LoadFigure } from './LoadFigure'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    bundle: { bundleId: string }
    'close-bundle': { bundleId: string }
  }
}

export const triageFeature: Feature = {
  actions: [nextBundleAction, lookInsideAction, unbundleAction, closeBundleAction],
  dialogs: {
    bundle: (about) => <BundleDialog {...about} />,
    'close-bundle': (about) => <CloseBundleDialog {...about} />,
  },
  cards: { bundle: ({ bundleId }) => <BundleCard bundleId={bundleId} /> },
  figures: [{ place: 10, Part: LoadFigure }],
  states: [floodPart],
  panels: [{ region: 'ledger', place: 10, Part: Ledger }],
  cardParts: [{ cards: ['alarm'], region: 'head', place: 40, Part: Bundled }],
}

function Bundled({ alarm }: CardSubject) {
  return alarm ? <BundleNote alarm={alarm} /> : null
}
