import type { Feature } from '../console/feature'
import { PrintLogDialog } from './PrintLogDialog'
import { printIncidentAction, printLogAction } from './print-actions'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    'print-log': unknown
  }
}

export const paperFeature: Feature = {
  actions: [printIncidentAction, printLogAction],
  dialogs: { 'print-log': () => <PrintLogDialog /> },
}
