import { useTranslation } from 'react-i18next'
import { ReasonDialog } from '../console/ReasonDialog'
import { useDialog } from '../console/use-dialog'

export interface StepDialogProps {
  readonly incidentId: string
  readonly stepId: string
}

/** A step may be skipped, but never without a reason. */
export function SkipStepDialog({ incidentId, stepId }: StepDialogProps) {
  const { t } = useTranslation()
  const { send } = useDialog()
  return (
    <ReasonDialog
      title={t('incidents:skip-step.title', { step: t(`steps:${stepId}.text`) })}
      submit={t('incidents:skip-step.submit')}
      usual={['others', 'impossible', 'unneeded'].map((key) =>
        t(`incidents:skip-step.usual.${key}`),
      )}
      onReason={(reason) => send({ type: 'skip-step', incidentId, stepId, reason })}
    />
  )
}
