import { useTranslation } from 'react-i18next'
import { sceneOf } from '../../shared/incidents/scene'
import { wholeIncident } from '../../shared/incidents/whole'
import { useConsole } from '../console/console-context'

/** The subject in a dialog's title: kind and site of an incident. */
export function useDialogSubject(incidentId: string): string {
  const { t } = useTranslation()
  const incident = useConsole((data) => wholeIncident(data.room, incidentId))
  const site = useConsole((data) => sceneOf(data.room, incident))
  if (!incident) return ''
  return `${t(`kinds:alarm.${incident.kind}`)}, ${site?.name ?? t('alarms:unknown-site')}`
}
