import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePorts } from '../console/console-context'
import { DialogFoot } from '../console/DialogFoot'
import { useDraft } from '../console/drafts'
import { selectOnly } from '../console/selection'
import { runAction } from '../console/use-action'
import { useDialog } from '../console/use-dialog'
import { Dialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'
import { onListKey } from '../ui/list-steps'
import { type ListModel, rowIdIn, VirtualList } from '../ui/VirtualList'
import { PaletteLine } from './PaletteLine'
import { type PaletteRow, paletteRows, rowKey } from './palette-rows'
import { usePaletteSource } from './use-palette-source'
import './palette.css'

/** As in palette.css. */
const rowHeight = 52
const drawRow = (row: PaletteRow) => <PaletteLine row={row} />

/**
 * Everything by a few letters of its name: what can be done, with its key and why it cannot be done
 * now, and where one can go.
 */
export function PaletteDialog() {
  const { t } = useTranslation()
  const { close } = useDialog()
  const listId = useId()
  const [query, setQuery] = useDraft('query')
  const [chosen, setChosen] = useState<string | null>(null)
  const source = usePaletteSource(query)
  const rows = useMemo(() => paletteRows(query, source), [query, source])
  const current = rows.find((row) => rowKey(row) === chosen) ?? rows[0]
  const currentKey = current ? rowKey(current) : null
  const take = useTake(rows)
  const model: ListModel<PaletteRow> = { items: rows, keyOf: rowKey, rowHeight, draw: drawRow }
  const keys = rows.map(rowKey)
  return (
    <Dialog
      title={t('command-line:palette.title')}
      width="tall"
      onClose={close}
      footer={<DialogFoot leave="close" onLeave={close} />}
    >
      <input
        className="input"
        role="combobox"
        aria-label={t('command-line:palette.label')}
        aria-expanded={rows.length > 0}
        aria-controls={listId}
        aria-activedescendant={currentKey === null ? undefined : rowIdIn(listId, currentKey)}
        data-first-focus
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        placeholder={t('command-line:palette.placeholder')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setChosen(null)
        }}
        onKeyDown={(event) =>
          onListKey(event, { keys, chosen: currentKey, onChoose: setChosen, onConfirm: take })
        }
      />
      <div className="palette__list">
        {rows.length > 0 ? (
          <VirtualList
            label={t('command-line:palette.list')}
            model={model}
            chosen={currentKey}
            onChoose={setChosen}
            onConfirm={take}
            steeredAs={listId}
          />
        ) : (
          <EmptyState text={t('command-line:palette.none')} />
        )}
      </div>
    </Dialog>
  )
}

/** Does what a row is for. An action that cannot be done now says why, and the palette stays. */
function useTake(rows: readonly PaletteRow[]): (key: string) => void {
  const ports = usePorts()
  const { done } = useDialog()
  return (key) => {
    const row = rows.find((one) => rowKey(one) === key)
    if (!row) return
    if (row.kind !== 'action') {
      done()
      selectOnly(ports.store, row)
      return
    }
    const data = ports.store.getState()
    if (row.action.refusal(data, data.selection) === null) done()
    runAction(ports, row.action)
  }
}
