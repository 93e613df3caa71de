import { useTranslation } from 'react-i18next'
import { useConsole, usePorts } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { selectOnly } from '../console/selection'
import { useDialog } from '../console/use-dialog'
import { Dialog } from '../ui/Dialog'
import { BundledAlarmList } from './BundledAlarmList'
import { sayBundle, sayPlace, sayRestored } from './bundle-words'
import './bundle-card.css'

export function BundleDialog({ bundleId }: { bundleId: string }) {
  const words = useTranslation()
  const { store } = usePorts()
  const { close } = useDialog()
  const bundle = useConsole((data) => data.room.bundles.get(bundleId))
  const sites = useConsole((data) => data.room.sites)
  const { t } = words
  const what = bundle ? `${t(`triage:title.${bundle.rule}`)}, ${sayPlace(t, bundle, sites)}` : ''
  const show = (alarmId: string) => {
    close()
    selectOnly(store, { kind: 'alarm', alarmId })
  }
  return (
    <Dialog
      title={t('triage:inside-title', { what })}
      width="tall"
      onClose={close}
      footer={<DialogFoot leave="close" onLeave={close} />}
    >
      {bundle ? (
        <p>
          {sayBundle(words, bundle, sites)} · {sayRestored(words, bundle)}
        </p>
      ) : null}
      <div className="bundle-inside">
        <BundledAlarmList bundleId={bundleId} onShow={show} focusFirst />
      </div>
    </Dialog>
  )
}
