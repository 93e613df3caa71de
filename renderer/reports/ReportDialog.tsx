import { useTranslation } from 'react-i18next'
import { wholeIncident } from '../../shared/incidents/whole'
import type { ReportCommand } from '../../shared/reports/commands'
import { type ReportKind, reportKinds } from '../../shared/reports/report'
import { useConsole, usePorts } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { useDraft } from '../console/drafts'
import { selectOnly } from '../console/selection'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ReportForm } from './ReportForm'
import { readRelation, relationFields } from './relation'
import { WhereSearch } from './WhereSearch'
import { readWhere } from './where'
import './report.css'

/** First where it is, then what and whether it is known already; each with one key. */
export function ReportDialog() {
  const { t } = useTranslation()
  const { close } = useDialog()
  const room = useConsole((data) => data.room)
  const [written, setWhere] = useDraft('where')
  const [kind] = useDraft<ReportKind>('kind')
  const [related] = useDraft('related')
  const report = useReport()
  const where = readWhere(room, written)
  const why = !where
    ? t('reports:needs-place')
    : reportKinds.some((one) => one === kind)
      ? null
      : t('reports:needs-kind')
  return (
    <Dialog
      title={t('reports:title')}
      width="tall"
      onClose={close}
      footer={
        <DialogFoot leave="back" onLeave={close}>
          <Button tone="primary" keys="ctrl+enter" disabledReason={why} onClick={report}>
            {t(readRelation(related)?.is === 'same' ? 'reports:submit-same' : 'reports:submit')}
          </Button>
        </DialogFoot>
      }
    >
      {where ? (
        <ReportForm where={where} onAnother={() => setWhere('')} onSubmit={report} />
      ) : (
        <WhereSearch onWhere={setWhere} />
      )}
    </Dialog>
  )
}

/** Sends what the form says, and shows the incident that it belongs to. */
function useReport(): () => void {
  const { store, newId } = usePorts()
  const { send } = useDialog()
  const [written] = useDraft('where')
  const [kind] = useDraft<ReportKind>('kind')
  const [related] = useDraft('related')
  const [text] = useDraft('text')
  const [caller] = useDraft('caller')
  return () => {
    const where = readWhere(store.getState().room, written)
    const said = reportKinds.find((one) => one === kind)
    if (!where || !said) return
    const reportId = newId()
    const command: { type: 'report-incident' } & ReportCommand = {
      ...{ type: 'report-incident', reportId, kind: said, text: text.trim(), ...where },
      ...callerFields(caller),
      ...relationFields(readRelation(related), newId),
    }
    send(command)
    const { room } = store.getState()
    const siteId = 'siteId' in where ? where.siteId : reportId
    const opened = wholeIncident(room, room.openIncidents.get(siteId) ?? reportId)
    if (opened) selectOnly(store, { kind: 'incident', incidentId: opened.id })
  }
}

/** A name and a number in one field: the number begins with the first digit or plus. */
function callerFields(caller: string): Pick<ReportCommand, 'callerName' | 'callerPhone'> {
  const at = caller.search(/[+\d(]/)
  const name = (at < 0 ? caller : caller.slice(0, at)).replace(/[\s,;]+$/, '').trim()
  const phone = at < 0 ? '' : caller.slice(at).trim().slice(0, 40)
  return { ...(name && { callerName: name }), ...(phone && { callerPhone: phone }) }
}
