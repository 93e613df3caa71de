import { useTranslation } from 'react-i18next'
import { ownPlan } from '../../shared/incidents/own-plan'
import { outcomesOf, type StepOutcome } from '../../shared/incidents/step-outcome'
import { wholeIncident } from '../../shared/incidents/whole'
import { useConsole } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { choiceOf, useKeysInside } from '../ui/keys-inside'
import type { StepDialogProps } from './SkipStepDialog'
import './step-outcome.css'

/** The outcome of a call, a message or a question: one number, recorded in the journal. */
export function StepOutcomeDialog({ incidentId, stepId }: StepDialogProps) {
  const { t } = useTranslation()
  const { close, send } = useDialog()
  const room = useConsole((data) => data.room)
  const incident = wholeIncident(room, incidentId)
  const step = incident && ownPlan(room, incident).find(({ id }) => id === stepId)
  const outcomes = step ? outcomesOf(step) : []
  const choose = (outcome: StepOutcome) =>
    send({ type: 'complete-step', incidentId, stepId, outcome })
  const area = useKeysInside((event) => {
    const outcome = choiceOf(outcomes, event)
    if (outcome) choose(outcome)
  })
  return (
    <Dialog
      title={t('incidents:step-outcome.title', { step: t(`steps:${stepId}.text`) })}
      onClose={close}
      footer={<DialogFoot leave="back" onLeave={close} />}
    >
      <div className="step-outcome" ref={area}>
        {outcomes.map((outcome, at) => (
          <Button
            key={outcome}
            keys={String(at + 1)}
            tone={at === 0 ? 'primary' : 'plain'}
            firstFocus={at === 0}
            onClick={() => choose(outcome)}
          >
            {t(`incidents:outcome.${outcome}`)}
          </Button>
        ))}
      </div>
    </Dialog>
  )
}
