import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsole, usePorts } from '../console/console-context'
import type { Selection } from '../console/console-store'
import { DialogFoot } from '../console/DialogFoot'
import { likelyWords } from '../console/likely-words'
import { useNow } from '../console/now'
import { subjectOf } from '../console/selection'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { ChoiceList } from '../ui/ChoiceList'
import { Dialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'
import { useKeysInside } from '../ui/keys-inside'
import { likelyKey } from './likely-key'
import { likelyAbout, mergeCommand } from './merge-about'

export interface MergeDialogProps {
  readonly incidentId: string | null
  readonly alarmId: string | null
}

/** What is open near by, the likeliest first: Enter merges the one marked, L links it. */
export function MergeDialog({ incidentId, alarmId }: MergeDialogProps) {
  const { t } = useTranslation()
  const { store, newId } = usePorts()
  const { close, send } = useDialog()
  const now = useNow()
  const about: Selection =
    incidentId !== null
      ? { kind: 'incident', incidentId }
      : alarmId === null
        ? null
        : { kind: 'alarm', alarmId }
  const data = useConsole((all) => all)
  const likely = likelyAbout(data, about)
  const [marked, setMarked] = useState<string | null>(null)
  const chosen = likely.find((one) => likelyKey(one) === marked) ?? likely[0] ?? null
  const merge = () => {
    const command = chosen && mergeCommand(store.getState(), about, chosen, newId)
    if (command) send(command)
  }
  const linkable = incidentId !== null && chosen?.of === 'incident' ? chosen : null
  const link = () => {
    if (linkable && incidentId !== null)
      send({ type: 'link-incidents', incidentId, withId: linkable.incidentId })
  }
  const area = useKeysInside(({ key }) => {
    if (key === 'l' || key === 'L') link()
  })
  const { scene } = subjectOf(data, about)
  const why = chosen ? null : t('merging:choose')
  return (
    <Dialog
      title={t('merging:title', { subject: scene?.name ?? '' })}
      width="wide"
      onClose={close}
      footer={
        <DialogFoot leave="back" onLeave={close}>
          {incidentId !== null ? (
            <Button keys="l" disabledReason={linkable ? null : t('merging:choose')} onClick={link}>
              {t('merging:link')}
            </Button>
          ) : null}
          <Button tone="primary" keys="enter" disabledReason={why} onClick={merge}>
            {t('merging:merge')}
          </Button>
        </DialogFoot>
      }
    >
      <div className="dialog__stack" ref={area}>
        {likely.length === 0 ? (
          <EmptyState text={t('merging:none')} />
        ) : (
          <ChoiceList
            label={t('merging:list')}
            choices={likely.map((one) => ({
              id: likelyKey(one),
              content: likelyWords(t, one, now),
            }))}
            chosen={chosen && likelyKey(chosen)}
            onChoose={setMarked}
            onConfirm={merge}
          />
        )}
        <p className="field__note">{t('merging:effect')}</p>
      </div>
    </Dialog>
  )
}
