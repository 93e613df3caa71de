import type { Feature } from '../console/feature'
import { PickPlace } from './PickPlace'
import { ReportDialog } from './ReportDialog'
import { ReportLayer } from './ReportLayer'
import { ReportsOf } from './ReportsOf'
import { reportAction } from './report-action'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    report: Record<never, never>
  }
}

export const reportFeature: Feature = {
  actions: [reportAction],
  dialogs: { report: () => <ReportDialog /> },
  cardParts: [{ cards: ['incident'], region: 'body', place: 15, Part: ReportsOf }],
  layers: [
    { place: 33, Part: ReportLayer },
    { place: 75, Part: PickPlace },
  ],
}
