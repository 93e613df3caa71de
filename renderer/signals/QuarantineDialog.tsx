import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type HeldAccount, keptHeldAccounts } from '../../shared/signals/held-account'
import { openDialog } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { useAction } from '../console/use-action'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'
import { attachAccountAction } from './attach-account-action'
import { HeldAccountList } from './HeldAccountList'
import { heldAccounts, useHeld } from './held-accounts'
import { QuarantinedList } from './QuarantinedList'
import './quarantine-dialog.css'

/**
 * What was received but is unreadable, or belongs to an unknown account: kept with its bytes, never
 * thrown away.
 */
export function QuarantineDialog() {
  const { t } = useTranslation()
  const { close } = useDialog()
  const accounts = heldAccounts(useHeld())
  const { count, newest } = useConsole((data) => data.room.quarantine)
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <Dialog
      title={t('signals:quarantine.title')}
      width="large"
      onClose={close}
      footer={
        <>
          <span className="quarantine__hint">{t('signals:quarantine.hint')}</span>
          <DialogFoot leave="close" onLeave={close} />
        </>
      }
    >
      <p className="quarantine__about">{t('signals:quarantine.about')}</p>
      <HeldPart accounts={accounts} />
      <section className="quarantine__part quarantine__part--newest">
        <h3 className="quarantine__title">
          {t('signals:quarantine.newest', { shown: newest.length, all: count })}
        </h3>
        {newest.length === 0 ? (
          <EmptyState text={t('signals:quarantine.empty')} />
        ) : (
          <QuarantinedList
            rows={newest}
            chosen={chosen}
            onChoose={setChosen}
            focusFirst={accounts.length === 0}
          />
        )}
      </section>
    </Dialog>
  )
}

function HeldPart({ accounts }: { accounts: readonly HeldAccount[] }) {
  const { t } = useTranslation()
  const ports = usePorts()
  const { disabledReason } = useAction(attachAccountAction)
  const [chosen, setChosen] = useState<string | null>(null)
  const current = accounts.some(({ account }) => account === chosen)
    ? chosen
    : (accounts[0]?.account ?? null)
  const attach = (account: string) => {
    if (disabledReason === null) openDialog(ports, { kind: 'attach-account', account })
  }
  return (
    <section
      className={
        accounts.length === 0 ? 'quarantine__part' : 'quarantine__part quarantine__part--held'
      }
    >
      <h3 className="quarantine__title">
        {t('signals:quarantine.held')}: {accounts.length}
      </h3>
      <p className="quarantine__about">
        {accounts.length === 0
          ? t('signals:quarantine.held-none')
          : t('signals:quarantine.held-about')}
        {accounts.length >= keptHeldAccounts
          ? ` ${t('signals:quarantine.held-full', { most: keptHeldAccounts })}`
          : null}
      </p>
      {accounts.length > 0 ? (
        <div className="quarantine__held">
          <HeldAccountList
            accounts={accounts}
            chosen={current}
            onChoose={setChosen}
            onAttach={attach}
          />
          <Button
            tone="primary"
            keys="enter"
            disabledReason={disabledReason}
            reasonVisible
            onClick={() => current !== null && attach(current)}
          >
            {t('signals:quarantine.attach')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
