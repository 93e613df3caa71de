import { useTranslation } from 'react-i18next'
import { type Action, actionGroups } from '../console/action'
import { closeDialog } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { useActions, useLineCommands } from '../console/feature-parts'
import { useAction } from '../console/use-action'
import { Dialog } from '../ui/Dialog'
import { KeyCap } from '../ui/KeyCap'
import './keys-dialog.css'

/** Keys that work what has the focus, and belong to no action. */
const everywhere = [
  ['escape', 'leave'],
  ['ctrl+space', 'new-alarm'],
  ['ctrl+enter', 'send-text'],
  ['1, 9', 'choose'],
  ['tab', 'next-part'],
] as const

/**
 * Every action of this window and its keys, by what the hand is doing: read from the same list the
 * keyboard obeys. What cannot be done now is grey and says why.
 */
export function KeysDialog() {
  const { t } = useTranslation()
  const ports = usePorts()
  const mode = useConsole((data) => data.mode)
  const actions = useActions(mode)
  const close = () => closeDialog(ports)
  return (
    <Dialog
      title={t('app:keys-title')}
      width="tall"
      onClose={close}
      footer={<DialogFoot leave="close" onLeave={close} />}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by key */}
      <div className="keys-dialog" data-first-focus tabIndex={0}>
        {actionGroups.map((group) => (
          <KeyGroup
            key={group}
            title={t(`app:group.${group}`)}
            actions={actions.filter((action) => action.group === group)}
          />
        ))}
        <section className="keys-dialog__group">
          <h3>{t('app:group.everywhere')}</h3>
          {everywhere.map(([keys, name]) => (
            <KeyRow key={name} keys={keys} words={t(`app:key.${name}`)} />
          ))}
        </section>
        <TypedWords />
      </div>
    </Dialog>
  )
}

function KeyGroup({ title, actions }: { title: string; actions: readonly Action[] }) {
  if (actions.length === 0) return null
  return (
    <section className="keys-dialog__group">
      <h3>{title}</h3>
      {actions.map((action) => (
        <ActionKeys key={action.id} action={action} />
      ))}
    </section>
  )
}

function ActionKeys({ action }: { action: Action }) {
  const { t } = useTranslation()
  const { disabledReason } = useAction(action)
  return <KeyRow keys={action.keys} words={t(`actions:${action.id}`)} why={disabledReason} />
}

interface KeyRowProps {
  readonly keys: string
  readonly words: string
  /** Why it cannot be done now. */
  readonly why?: string | null
}

function KeyRow({ keys, words, why = null }: KeyRowProps) {
  return (
    <div className={why === null ? 'keys-dialog__row' : 'keys-dialog__row keys-dialog__row--idle'}>
      <span className="keys-dialog__keys">
        {keys.split(',').map((alternative) => (
          <KeyCap key={alternative} keys={alternative.trim()} />
        ))}
      </span>
      <span>
        {words}
        {why === null ? null : <span className="keys-dialog__why">{why}</span>}
      </span>
    </div>
  )
}

/** What can be typed in the command line. */
function TypedWords() {
  const { t } = useTranslation()
  const commands = useLineCommands()
  return (
    <section className="keys-dialog__group">
      <h3>{t('app:group.typed')}</h3>
      {commands.map(({ id, words: [word] }) => (
        <div key={id} className="keys-dialog__row">
          <code className="keys-dialog__keys">{word}</code>
          <span>{t(`typed:${id}.does`)}</span>
        </div>
      ))}
    </section>
  )
}
