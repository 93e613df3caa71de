import { useTranslation } from 'react-i18next'
import { ActionButton } from '../console/ActionButton'
import { useConsole } from '../console/console-context'
import type { CardSubject, Feature } from '../console/feature'
import { AlarmLayer } from './AlarmLayer'
import { AlarmQueue } from './AlarmQueue'
import { AlarmsOf } from './AlarmsOf'
import { acknowledgeAction } from './acknowledge-action'
import { DensityWatch } from './DensityWatch'
import { EdgeArrows } from './EdgeArrows'
import { alarmLine } from './line-commands'
import { NewAlarmSpeech } from './NewAlarmSpeech'
import { QueueFilterDialog } from './QueueFilterDialog'
import { queueDensityAction } from './queue-density-action'
import { showFilterAction, showWholeQueueAction } from './queue-filter-actions'
import { queueMoveActions } from './queue-move-actions'
import { takeNextAction } from './take-next-action'
import { takeShownAction } from './take-shown-action'
import { UnansweredCounts } from './UnansweredCounts'
import { unansweredPart } from './unanswered-part'
import { unfoldRowAction } from './unfold-row-action'
import { WallAlarms } from './WallAlarms'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    'queue-filter': object
  }
}

export const alarmFeature: Feature = {
  actions: [
    acknowledgeAction,
    takeNextAction,
    takeShownAction,
    ...queueMoveActions,
    showFilterAction,
    showWholeQueueAction,
    queueDensityAction,
    unfoldRowAction,
  ],
  line: alarmLine,
  dialogs: { 'queue-filter': () => <QueueFilterDialog /> },
  panels: [
    { region: 'queue', place: 10, Part: AlarmQueue },
    { region: 'queue', place: 20, Part: NewAlarmSpeech },
    { region: 'queue', place: 30, Part: DensityWatch },
    { region: 'view', place: 10, Part: UnansweredCounts },
    { region: 'wall', place: 10, Part: WallAlarms },
  ],
  states: [unansweredPart],
  layers: [
    { place: 30, Part: AlarmLayer },
    { place: 60, Part: EdgeArrows },
  ],
  cardParts: [
    { cards: ['alarm'], region: 'take', place: 10, Part: TakeInHand },
    { cards: ['alarm', 'incident'], region: 'body', place: 40, Part: AlarmsOf },
  ],
}

function TakeInHand({ alarm }: CardSubject) {
  const { t } = useTranslation()
  const joins = useConsole((data) =>
    data.room.incidents.get(data.room.openIncidents.get(alarm?.siteId ?? '') ?? ''),
  )
  return (
    <>
      {joins ? (
        <p className="subject__joins">{t('incidents:joins', { name: joins.owner.name })}</p>
      ) : null}
      <ActionButton action={acknowledgeAction} tone="primary" reasonVisible />
    </>
  )
}
