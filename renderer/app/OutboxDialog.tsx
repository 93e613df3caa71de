import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dependentsOf } from '../../shared/expected/expected-room'
import { givenOf } from '../../shared/expected/given-of'
import type { PendingCommand } from '../../shared/ipc/contract'
import { sentence } from '../../shared/lang/decision'
import { notify } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import { useNow } from '../console/now'
import { sayRefusal } from '../console/say'
import { duration, wallTime } from '../console/time'
import { useDialog } from '../console/use-dialog'
import { whatPending } from '../console/what-pending'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'
import './outbox-dialog.css'

export function OutboxDialog() {
  const { t } = useTranslation()
  const { close } = useDialog()
  const list = useRef<HTMLOListElement>(null)
  // Not on the first button, which takes a command back.
  useEffect(() => list.current?.focus(), [])
  const pending = useConsole((data) => data.pending)
  const waiting = pending.filter(({ state }) => state !== 'under-way')
  return (
    <Dialog
      title={t('outbox:title')}
      onClose={close}
      width="wide"
      footer={<Button onClick={close}>{t('app:close')}</Button>}
    >
      <p className="outbox__about">{t('outbox:about')}</p>
      {waiting.length === 0 ? <EmptyState text={t('outbox:empty')} /> : null}
      <ol className="outbox" ref={list} tabIndex={-1} data-first-focus>
        {waiting.map((command) => (
          <PendingRow key={command.commandId} command={command} />
        ))}
      </ol>
    </Dialog>
  )
}

function PendingRow({ command }: { command: PendingCommand }) {
  const { t } = useTranslation()
  const offset = useConsole((data) => data.clockOffset)
  const room = useConsole((data) => data.room)
  const now = useNow()
  // Issued by this machine's clock; shown in the room's time, like every instant on screen.
  const issued = command.issuedAt + offset
  const { team, site } = whatPending(room, command.command)
  const what = team && site ? t('outbox:what', { team, site }) : (team ?? site ?? '')
  return (
    <li className="outbox__row">
      <time>{wallTime(issued)}</time>
      <div className="outbox__words">
        <strong>{t(`command:${command.type}`, { defaultValue: command.type })}</strong>
        {what ? <span className="outbox__what">{what}</span> : null}
        <Verdict commandId={command.commandId} />
      </div>
      <span className="outbox__age">
        {command.state === 'sent'
          ? t('outbox:sent')
          : t('outbox:waiting', { age: duration(now - issued) })}
      </span>
      <Withdraw command={command} />
    </li>
  )
}

/** Says that the hub will refuse the command, and why, where others have acted since. */
function Verdict({ commandId }: { commandId: string }) {
  const { t } = useTranslation()
  const verdict = useConsole((data) => data.verdicts.get(commandId))
  if (verdict?.outcome !== 'refused') return null
  return (
    <span className="outbox__refused">
      {t('outbox:refused', { why: sayRefusal(t, verdict.refusal) })}
    </span>
  )
}

function Withdraw({ command: { commandId, state } }: { command: PendingCommand }) {
  const { t } = useTranslation()
  const ports = usePorts()
  const [asked, setAsked] = useState(false)
  const hub = useConsole((data) => data.hubRoom)
  const pending = useConsole((data) => data.pending)
  const falling = dependentsOf(hub, givenOf(pending, hub.unit?.id, 0), commandId)
  const withdraw = async () => {
    // The last first: no command is ever left without those it builds on.
    for (const id of [commandId, ...falling].reverse()) {
      const withdrawn = await ports.bridge.ask('withdraw-command', { commandId: id })
      if (!withdrawn)
        return notify(
          ports,
          'notice',
          sentence('too-late', 'Too late: the hub has answered already'),
        )
    }
  }
  if (!asked || falling.length === 0)
    return (
      <Button
        disabledReason={state === 'sent' ? t('outbox:too-late') : null}
        onClick={() => (falling.length > 0 ? setAsked(true) : void withdraw())}
      >
        {t('outbox:withdraw')}
      </Button>
    )
  const names = falling.map((id) =>
    t(`command:${pending.find((one) => one.commandId === id)?.type}`),
  )
  return (
    <div className="outbox__falls" role="alert">
      <p>{t('outbox:falls', { count: falling.length, what: names.join(', ') })}</p>
      <Button onClick={() => setAsked(false)}>{t('outbox:keep')}</Button>
      <Button onClick={() => void withdraw()}>{t('outbox:withdraw-all')}</Button>
    </div>
  )
}
