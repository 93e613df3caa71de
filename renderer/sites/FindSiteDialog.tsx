import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePorts } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { SiteSearch } from '../console/SiteSearch'
import { selectOnly } from '../console/selection'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'

export function FindSiteDialog() {
  const { t } = useTranslation()
  const { store } = usePorts()
  const { close, done } = useDialog()
  const [chosen, setChosen] = useState<string | null>(null)
  const show = (siteId: string) => {
    done()
    selectOnly(store, { kind: 'site', siteId })
  }
  return (
    <Dialog
      title={t('sites:find.title')}
      width="tall"
      onClose={close}
      footer={
        <DialogFoot leave="close" onLeave={close}>
          <Button
            tone="primary"
            keys="enter"
            disabledReason={chosen === null ? t('sites:find.start') : null}
            onClick={() => chosen !== null && show(chosen)}
          >
            {t('sites:find.submit')}
          </Button>
        </DialogFoot>
      }
    >
      <SiteSearch chosen={chosen} onChoose={setChosen} onConfirm={show} />
    </Dialog>
  )
}
