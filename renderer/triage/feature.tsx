import type { CardSubject, Feature } from '../console/feature'
import { CloseFoldDialog } from './CloseFoldDialog'
import { FoldCard } from './FoldCard'
import { FoldDialog } from './FoldDialog'
import { FoldNote } from './FoldNote'
import { closeFoldAction, lookInsideAction, nextFoldAction, unfoldAction } from './fold-actions'
import { Ledger } from './Ledger'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    fold: { foldId: string }
    'close-fold': { foldId: string }
  }
}

export const triageFeature: Feature = {
  actions: [nextFoldAction, lookInsideAction, unfoldAction, closeFoldAction],
  dialogs: {
    fold: (about) => <FoldDialog {...about} />,
    'close-fold': (about) => <CloseFoldDialog {...about} />,
  },
  cards: { fold: ({ foldId }) => <FoldCard foldId={foldId} /> },
  panels: [{ region: 'ledger', place: 10, Part: Ledger }],
  cardParts: [{ cards: ['alarm'], region: 'head', place: 40, Part: Folded }],
}

function Folded({ alarm }: CardSubject) {
  return alarm ? <FoldNote alarm={alarm} /> : null
}
