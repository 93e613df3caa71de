import type { Alarm } from '../../shared/alarms/alarm'
import type { Incident } from '../../shared/incidents/incident'
import type { Room } from '../../shared/room/room'
import { useConsole } from '../console/console-context'
import type { CardSubject, Feature } from '../console/feature'
import { CardParts } from '../console/feature-parts'
import { addNoteAction } from './add-note-action'
import { CloseDialog } from './CloseDialog'
import { ClosedNote } from './ClosedNote'
import { closeIncidentAction } from './close-incident-action'
import { completeStepAction } from './complete-step-action'
import { IncidentFoot } from './IncidentFoot'
import { IncidentHead } from './IncidentHead'
import { IncidentLog } from './IncidentLog'
import { LatestEvents, RoomLog } from './LatestEvents'
import { incidentLine } from './line-commands'
import { NextSteps } from './NextSteps'
import { NoteDialog } from './NoteDialog'
import { SkipStepDialog } from './SkipStepDialog'
import { StepOutcomeDialog } from './StepOutcomeDialog'
import { skipStepAction } from './skip-step-action'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    note: { incidentId: string }
    'step-outcome': { incidentId: string; stepId: string }
    'skip-step': { incidentId: string; stepId: string }
    close: { incidentId: string }
  }
}

export const incidentFeature: Feature = {
  actions: [completeStepAction, skipStepAction, addNoteAction, closeIncidentAction],
  line: incidentLine,
  dialogs: {
    note: (about) => <NoteDialog {...about} />,
    'step-outcome': (about) => <StepOutcomeDialog {...about} />,
    'skip-step': (about) => <SkipStepDialog {...about} />,
    close: (about) => <CloseDialog {...about} />,
  },
  panels: [{ region: 'log', place: 10, Part: RoomLog }],
  cardParts: [
    { cards: ['alarm', 'incident'], region: 'head', place: 10, Part: Head },
    { cards: ['incident'], region: 'body', place: 10, Part: Closed },
    { cards: ['incident'], region: 'body', place: 20, Part: Steps },
    { cards: ['incident'], region: 'body', place: 38, Part: Log },
    { cards: ['incident'], region: 'foot', place: 10, Part: Foot },
    { cards: ['nothing'], region: 'body', place: 10, Part: LatestEvents },
  ],
}

function Head(subject: CardSubject) {
  const { alarm, incident, scene } = subject
  const first = useConsole(({ room }) => earliestOf(room.alarms, incident))
  const since = incident ? (first?.raisedAt ?? incident.openedAt) : (alarm?.raisedAt ?? 0)
  const take = incident ? null : <CardParts card="alarm" region="take" subject={subject} />
  return (
    <IncidentHead
      alarm={incident ? null : alarm}
      incident={incident}
      site={scene}
      since={since}
      take={take}
    />
  )
}

/** Of an incident that is merged the first alarm may be that of another part. */
const earliestOf = (alarms: Room['alarms'], incident: Incident | null): Alarm | undefined =>
  incident?.alarmIds
    .flatMap((id) => alarms.get(id) ?? [])
    .toSorted((a, b) => a.raisedSeq - b.raisedSeq)[0]

function Closed({ incident }: CardSubject) {
  return incident?.phase === 'closed' ? <ClosedNote incident={incident} /> : null
}

function Steps(subject: CardSubject) {
  return subject.incident ? (
    <NextSteps
      incident={subject.incident}
      site={subject.site}
      needs={{
        dispatch: <CardParts card="incident" region="step" subject={subject} />,
        call: <CardParts card="incident" region="call" subject={subject} />,
      }}
    />
  ) : null
}

function Log({ incident }: CardSubject) {
  return incident ? <IncidentLog incident={incident} /> : null
}

function Foot({ incident }: CardSubject) {
  return incident ? <IncidentFoot incident={incident} /> : null
}
