import type { Feature } from '../console/feature'
import { MergeDialog, type MergeDialogProps } from './MergeDialog'
import { MergedLayer } from './MergedLayer'
import { mergeAction, unmergeAction } from './merge-actions'
import { Nearby } from './Nearby'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    /** Of an incident, or of an alarm that nobody has taken. */
    merge: MergeDialogProps
  }
}

export const mergingFeature: Feature = {
  actions: [mergeAction, unmergeAction],
  dialogs: { merge: (about) => <MergeDialog {...about} /> },
  cardParts: [{ cards: ['alarm', 'incident'], region: 'body', place: 32, Part: Nearby }],
  layers: [{ place: 27, Part: MergedLayer }],
}
