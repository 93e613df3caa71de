import { useTranslation } from 'react-i18next'
import { useConsole } from '../console/console-context'

/** What a dialog is about, in its title: kind and site of an incident. */
export function useDialogSubject(incidentId: string): string {
  const { t } = useTranslation()
  const incident = useConsole((data) => data.room.incidents.get(incidentId))
  const site = useConsole((data) => data.room.sites.get(incident?.siteId ?? ''))
  if (!incident) return ''
  return `${t(`kinds:alarm.${incident.kind}`)}, ${site?.name ?? t('alarms:unknown-site')}`
}
