import { useTranslation } from 'react-i18next'
import type { CardSubject, Feature } from '../console/feature'
import { Section } from '../ui/Section'
import { CancelDispatchDialog } from './CancelDispatchDialog'
import { ChooseTeamDialog } from './ChooseTeamDialog'
import { cancelDispatchAction } from './cancel-dispatch-action'
import { chooseTeamAction } from './choose-team-action'
import { dispatchRecommendedAction } from './dispatch-recommended-action'
import { teamLine } from './line-commands'
import { OutOfServiceDialog } from './OutOfServiceDialog'
import { ReassignDialog } from './ReassignDialog'
import { RecommendationCard } from './RecommendationCard'
import { RecommendedLayer } from './RecommendedLayer'
import { RunList } from './RunList'
import { reassignTeamAction } from './reassign-team-action'
import { reportProgressAction } from './report-progress-action'
import { SelectedTeam } from './SelectedTeam'
import { SendButton } from './SendButton'
import { returnToServiceAction, takeOutOfServiceAction } from './service-action'
import { TeamLayer } from './TeamLayer'
import { TeamList } from './TeamList'
import { nextTeamAction, previousTeamAction } from './team-move-actions'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    'choose-team': { incidentId: string }
    reassign: { assignmentId: string }
    'cancel-dispatch': { assignmentId: string }
    'out-of-service': { teamId: string }
  }
}

export const teamFeature: Feature = {
  actions: [
    dispatchRecommendedAction,
    chooseTeamAction,
    reportProgressAction,
    cancelDispatchAction,
    reassignTeamAction,
    nextTeamAction,
    previousTeamAction,
    takeOutOfServiceAction,
    returnToServiceAction,
  ],
  line: teamLine,
  dialogs: {
    'choose-team': (about) => <ChooseTeamDialog {...about} />,
    reassign: (about) => <ReassignDialog {...about} />,
    'cancel-dispatch': (about) => <CancelDispatchDialog {...about} />,
    'out-of-service': (about) => <OutOfServiceDialog {...about} />,
  },
  cards: { team: (about) => <SelectedTeam {...about} /> },
  panels: [{ region: 'teams', place: 10, Part: TeamList }],
  layers: [
    { place: 20, Part: TeamLayer },
    { place: 35, Part: RecommendedLayer },
  ],
  cardParts: [
    { cards: ['alarm'], region: 'take', place: 20, Part: SendAtOnce },
    { cards: ['incident'], region: 'step', place: 10, Part: Recommended },
    { cards: ['incident'], region: 'body', place: 30, Part: Runs },
    { cards: ['alarm'], region: 'body', place: 30, Part: WhoWouldGo },
  ],
}

function Recommended({ scene: site }: CardSubject) {
  return site ? <RecommendationCard site={site} /> : null
}

/** Takes the alarm and sends the team that is explained below. */
function SendAtOnce({ site }: CardSubject) {
  return site ? <SendButton site={site} tone="plain" /> : null
}

function Runs({ incident }: CardSubject) {
  return incident ? <RunList incident={incident} /> : null
}

function WhoWouldGo({ scene: site }: CardSubject) {
  const { t } = useTranslation()
  return site ? (
    <Section title={t('teams:recommended')}>
      <RecommendationCard site={site} sends={false} />
    </Section>
  ) : null
}
