import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { decideAttach } from '../../shared/signals/attach'
import type { HeldAccount } from '../../shared/signals/held-account'
import { accountsOf } from '../../shared/sites/site'
import type { SiteRow } from '../../shared/sites/site-row'
import { openDialog } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { meaningWords } from '../console/meaning-words'
import { useNow } from '../console/now'
import { SiteSearch } from '../console/SiteSearch'
import { sayRefusal } from '../console/say'
import { wallMoment } from '../console/time'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import './attach-account.css'

/**
 * Whose account is it? The officer finds the site, and reads what attaching does before doing it.
 */
export function AttachAccountDialog({ account }: { account: string }) {
  const { t } = useTranslation()
  const ports = usePorts()
  const { send } = useDialog()
  const held = useConsole((data) => data.room.held.get(account))
  const [chosen, setChosen] = useState<string | null>(null)
  const [sure, setSure] = useState(false)
  const site = useConsole((data) => (chosen === null ? undefined : data.room.sites.get(chosen)))
  const refusal = useAttachRefusal(account, chosen)
  const why =
    held === undefined
      ? t('signals:attach.gone')
      : (refusal ?? (site ? null : t('signals:attach.choose')))
  const goOn = () => {
    if (why !== null || chosen === null) return
    if (sure) send({ type: 'attach-account', account, siteId: chosen })
    else setSure(true)
  }
  const back = () => (sure ? setSure(false) : openDialog(ports, { kind: 'quarantine' }))
  return (
    <Dialog
      title={t('signals:attach.title', { account })}
      width="tall"
      onClose={back}
      footer={
        <DialogFoot leave="back" onLeave={back}>
          <Button tone="primary" keys="enter" disabledReason={why} reasonVisible onClick={goOn}>
            {sure ? t('signals:attach.submit', { account }) : t('signals:attach.next')}
          </Button>
        </DialogFoot>
      }
    >
      {held ? <WhatIsHeld held={held} /> : null}
      {sure && site ? (
        <Confirmation account={account} held={held} site={site} onConfirm={goOn} />
      ) : (
        <SiteSearch chosen={chosen} onChoose={setChosen} onConfirm={goOn} />
      )}
    </Dialog>
  )
}

/** What the hub would say, shown before asking it. */
function useAttachRefusal(account: string, siteId: string | null): string | null {
  const { t } = useTranslation()
  const room = useConsole((data) => data.room)
  if (siteId === null) return null
  const decision = decideAttach(room, { type: 'attach-account', account, siteId })
  return decision.outcome === 'refused' ? sayRefusal(t, decision.refusal) : null
}

function WhatIsHeld({ held: { seqs, firstAt, lastAt, last, source } }: { held: HeldAccount }) {
  const { t } = useTranslation()
  const now = useNow()
  return (
    <div className="attach__held">
      <strong>{t('signals:quarantine.count', { count: seqs.length })}</strong>
      <span>{t('signals:attach.said', { meaning: meaningWords(t, last) })}</span>
      <span className="attach__when">
        {t('signals:attach.since', {
          first: wallMoment(firstAt, now),
          last: wallMoment(lastAt, now),
          source,
        })}
      </span>
    </div>
  )
}

interface ConfirmationProps {
  readonly account: string
  readonly held: HeldAccount | undefined
  readonly site: SiteRow
  readonly onConfirm: () => void
}

function Confirmation({ account, held, site, onConfirm }: ConfirmationProps) {
  const { t } = useTranslation()
  const count = held?.seqs.length ?? 0
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes the focus the search field had, so that Enter confirms and Escape goes back
    <div
      className="attach__sure"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      ref={(element) => element?.focus()}
      onKeyDown={(event) => {
        // A key still held from the choice must not confirm it.
        if (event.key === 'Enter' && !event.repeat) onConfirm()
      }}
    >
      <p>{t('signals:attach.belongs', { account })}</p>
      <p className="attach__site">{site.name}</p>
      <p>{site.address}</p>
      <p className="attach__own">
        {t('signals:attach.own', { accounts: accountsOf(site).join(' · ') })}
      </p>
      <p className="attach__effect">
        <strong>{t('signals:attach.effect', { count })}</strong> {t('signals:attach.alarms')}
      </p>
      {held && held.count > count ? (
        <p>{t('signals:attach.older', { all: held.count, held: count })}</p>
      ) : null}
    </div>
  )
}
