import { type RefObject, useEffect, useRef } from 'react'

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type === 'text')

/** Passes on every key typed inside the element that has the ref. */
export function useKeysInside(
  onKey: (event: KeyboardEvent, writing: boolean) => void,
): RefObject<HTMLDivElement | null> {
  const area = useRef<HTMLDivElement>(null)
  const latest = useRef(onKey)
  latest.current = onKey
  useEffect(() => {
    const element = area.current
    const onKeyDown = (event: KeyboardEvent) => latest.current(event, isWriting(event.target))
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [])
  return area
}

/** The choice whose number was typed, counted from 1. */
export const choiceOf = <Choice>(
  choices: readonly Choice[],
  { key }: KeyboardEvent,
): Choice | undefined => choices[Number(key) - 1]
