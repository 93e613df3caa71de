import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { listed } from '../../shared/text/isolated'
import { undoWindow } from '../../shared/undo/undo-rule'
import { useConsole, usePorts } from '../console/console-context'
import { useNow } from '../console/now'
import { runAction } from '../console/use-action'
import { KeyCap } from '../ui/KeyCap'
import { ownUndoable, undoAction } from './undo-action'
import './undo-chip.css'

/**
 * What can be taken back, with which key, and for how much longer. It takes no focus, and covers
 * what is needed least.
 */
export function UndoChip() {
  const { t } = useTranslation()
  const ports = usePorts()
  const now = useNow()
  const room = useConsole((data) => data.room)
  const link = useConsole((data) => data.link)
  const undoable = useMemo(
    () => ownUndoable({ ...ports.store.getState(), room, link }, now),
    [ports, room, link, now],
  )
  if (!undoable) return null
  const site = room.sites.get(undoable.siteId)?.name ?? null
  const left = Math.max(1, Math.ceil((undoable.at + undoWindow - now) / 1000))
  const words = listed([t(`undo:chip.${undoable.command.type}`), site], ': ')
  return (
    <button
      type="button"
      className="undo-chip"
      title={words}
      // A click leaves the focus where it was.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => runAction(ports, undoAction)}
    >
      <span className="ellipsis">{words}</span>
      <span className="undo-chip__left">{t('undo:left', { n: Math.min(10, left) })}</span>
      <KeyCap keys={undoAction.keys} />
    </button>
  )
}
