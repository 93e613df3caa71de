import { type ReactNode, useEffect, useId, useRef } from 'react'
import { onListKey } from './list-steps'
import './choice-list.css'

export interface Choice {
  readonly id: string
  readonly content: ReactNode
}

export interface ChoiceListProps {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
  /** Enter or a double click on a choice. */
  readonly onConfirm: (id: string) => void
}

/** A list to choose one from with the arrow keys. It takes the focus when it appears. */
export function ChoiceList({ label, choices, chosen, onChoose, onConfirm }: ChoiceListProps) {
  const list = useRef<HTMLDivElement>(null)
  const prefix = useId()
  useEffect(() => list.current?.focus(), [])
  useEffect(() => {
    if (chosen !== null)
      document.getElementById(`${prefix}${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [prefix, chosen])
  const keys = choices.map(({ id }) => id)
  return (
    <div
      ref={list}
      className="choice-list"
      role="listbox"
      aria-label={label}
      aria-activedescendant={chosen === null ? undefined : `${prefix}${chosen}`}
      tabIndex={0}
      onKeyDown={(event) => onListKey(event, { keys, chosen, onChoose, onConfirm })}
    >
      {choices.map(({ id, content }) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it answers the keys
        <div
          key={id}
          id={`${prefix}${id}`}
          role="option"
          tabIndex={-1}
          aria-selected={id === chosen}
          className={
            id === chosen ? 'choice-list__item choice-list__item--chosen' : 'choice-list__item'
          }
          onClick={() => onChoose(id)}
          onDoubleClick={() => onConfirm(id)}
        >
          {content}
        </div>
      ))}
    </div>
  )
}
