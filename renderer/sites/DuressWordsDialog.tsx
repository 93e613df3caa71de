import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Site } from '../../shared/sites/site'
import { closeDialog } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { sayRefusal } from '../console/say'
import { subjectOf } from '../console/selection'
import { useSiteCard } from '../console/site-cards'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { DuressWordList } from './DuressWordList'
import { askingRefusal } from './show-duress-words-action'
import { type DuressWordsView, shownFor, useDuressWords } from './use-duress-words'
import './duress-words.css'

export function DuressWordsDialog({ siteId }: { siteId: string }) {
  const { t } = useTranslation()
  const ports = usePorts()
  const site = useConsole((data) => data.room.sites.get(siteId))
  const card = useSiteCard(siteId)
  const { view, ask } = useDuressWords(siteId)
  const close = () => closeDialog(ports)
  useClosing(siteId)
  return (
    <Dialog
      title={t('duress:title', { site: site?.name ?? siteId })}
      width="wide"
      onClose={close}
      footer={
        <DialogFoot leave="close" onLeave={close}>
          {view.phase === 'hidden' || view.phase === 'refused' ? <ShowAgain onAsk={ask} /> : null}
        </DialogFoot>
      }
    >
      <Content view={view} contacts={card?.site?.contacts ?? []} />
    </Dialog>
  )
}

/**
 * Closes the dialog with its subject. Left open behind a sign-in, it would ask in the name of
 * whoever comes next.
 */
function useClosing(siteId: string): void {
  const ports = usePorts()
  const selected = useConsole((data) => subjectOf(data, data.selection).site?.id)
  useEffect(() => {
    if (selected !== siteId) closeDialog(ports)
  }, [selected, siteId, ports])
  useEffect(
    () => () => {
      const { dialog } = ports.store.getState()
      if (dialog?.kind === 'duress-words' && dialog.siteId === siteId) closeDialog(ports)
    },
    [siteId, ports],
  )
}

function Content({ view, contacts }: { view: DuressWordsView; contacts: Site['contacts'] }) {
  const { t } = useTranslation()
  switch (view.phase) {
    case 'asking':
      return <p className="duress__said">{t('duress:asking')}</p>
    case 'refused':
      return (
        <p className="duress__said duress__said--refused" role="alert">
          {sayRefusal(t, view.refusal)}
        </p>
      )
    case 'hidden':
      return (
        <p className="duress__said" role="status">
          {t('duress:hidden', { seconds: shownFor })}
        </p>
      )
    case 'shown':
      return (
        <>
          <p className="duress__meaning">{t('duress:meaning')}</p>
          <DuressWordList contacts={contacts} words={view.words} />
          <p className="duress__foot">
            <span>{t('duress:journal')}</span>
            <strong className="duress__left">
              {t('duress:hidden-in', { seconds: view.left })}
            </strong>
          </p>
        </>
      )
  }
}

/** Takes the focus, so that Enter shows the words again. */
const focusButton = (element: HTMLElement | null) => element?.querySelector('button')?.focus()

function ShowAgain({ onAsk }: { onAsk: () => void }) {
  const { t } = useTranslation()
  const refusal = useConsole((data) => JSON.stringify(askingRefusal(data)))
  const why = JSON.parse(refusal) as ReturnType<typeof askingRefusal>
  return (
    <span ref={focusButton}>
      <Button
        tone="primary"
        keys="enter"
        disabledReason={why && sayRefusal(t, why)}
        onClick={onAsk}
      >
        {t('duress:again')}
      </Button>
    </span>
  )
}
