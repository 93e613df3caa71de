import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react'
import { onListKey } from './list-steps'
import './virtual-list.css'

export interface ListModel<Item> {
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  /** CSS pixels. */
  readonly rowHeight: number
  readonly draw: (item: Item) => ReactNode
}

export interface VirtualListProps<Item> {
  readonly label: string
  readonly model: ListModel<Item>
  readonly chosen: string | null
  readonly onChoose: (key: string) => void
  /** Enter or a double click on a row. */
  readonly onConfirm: (key: string) => void
  readonly focusFirst?: boolean
  /**
   * Names the list for a text field that steers it (see `rowIdIn`); the list itself then takes no
   * focus.
   */
  readonly steeredAs?: string
}

/** Rows drawn beyond each edge, so that a fast wheel shows no gap. */
const overscan = 6

/** The element id of a row, for `aria-activedescendant`. */
export const rowIdIn = (list: string, key: string): string => `${list}-${key}`

/**
 * A list of any length to choose one row from; only the rows in view exist. It scrolls with the
 * choice, never by itself.
 */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { label, model, chosen, onChoose, onConfirm, focusFirst = false, steeredAs } = props
  const { items, keyOf, rowHeight, draw } = model
  const scroller = useRef<HTMLDivElement>(null)
  const keys = useMemo(() => items.map(keyOf), [items, keyOf])
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keys[index] ?? index,
    overscan,
  })
  useEffect(() => {
    if (focusFirst) scroller.current?.focus()
  }, [focusFirst])
  const follow = useRef({ list, keys })
  follow.current = { list, keys }
  useEffect(() => {
    const index = chosen === null ? -1 : follow.current.keys.indexOf(chosen)
    if (index >= 0) follow.current.list.scrollToIndex(index, { align: 'auto' })
  }, [chosen])
  const ownId = useId()
  const prefix = steeredAs ?? ownId
  return (
    <div
      ref={scroller}
      id={steeredAs}
      className="virtual-list"
      role="listbox"
      aria-label={label}
      aria-activedescendant={chosen === null ? undefined : rowIdIn(prefix, chosen)}
      tabIndex={steeredAs === undefined ? 0 : -1}
      onKeyDown={(event) => onListKey(event, { keys, chosen, onChoose, onConfirm })}
    >
      <div
        className="virtual-list__all"
        role="presentation"
        style={{ height: list.getTotalSize() }}
      >
        {list.getVirtualItems().map(({ index, start }) => {
          const item = items[index]
          const key = keys[index]
          if (item === undefined || key === undefined) return null
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it, or the field that steers it, answers the keys
            <div
              key={key}
              id={rowIdIn(prefix, key)}
              role="option"
              tabIndex={-1}
              aria-selected={key === chosen}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              className={
                key === chosen ? 'virtual-list__row virtual-list__row--chosen' : 'virtual-list__row'
              }
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              onClick={() => onChoose(key)}
              onDoubleClick={() => onConfirm(key)}
            >
              {draw(item)}
            </div>
          )
        })}
      </div>
    </div>
  )
}
