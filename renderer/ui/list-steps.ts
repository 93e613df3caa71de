import type { KeyboardEvent } from 'react'

/** Rows a page key moves: what is in view in a list of usual height. */
const page = 8

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: page,
  PageUp: -page,
}

/**
 * Where a key leads in a list of `count` rows from row `at` (-1: none chosen); null for a key that
 * lists do not use.
 */
export function stepTo(key: string, at: number, count: number): number | null {
  const last = count - 1
  const step = steps[key]
  const to = key === 'Home' ? 0 : key === 'End' ? last : step === undefined ? null : at + step
  return to === null ? null : Math.min(last, Math.max(0, to))
}

export interface ListKeys {
  readonly keys: readonly string[]
  readonly chosen: string | null
  readonly onChoose: (key: string) => void
  readonly onConfirm: (key: string) => void
}

/**
 * Walks a list by key, and confirms with Enter. Home and End are left to a text field that steers
 * the list.
 */
export function onListKey(
  event: KeyboardEvent,
  { keys, chosen, onChoose, onConfirm }: ListKeys,
): void {
  const inText = event.target instanceof HTMLInputElement
  const at = chosen === null ? -1 : keys.indexOf(chosen)
  const to =
    inText && (event.key === 'Home' || event.key === 'End')
      ? null
      : stepTo(event.key, at, keys.length)
  if (to !== null) {
    event.preventDefault()
    const next = keys[to]
    if (next !== undefined) onChoose(next)
  } else if (event.key === 'Enter' && chosen !== null) {
    event.preventDefault()
    onConfirm(chosen)
  }
}
