import {
  type PointerEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { type RowLayout, rowAt, rowsIn, topKeeping, topShowing } from './row-window'

/** Rows drawn beyond each edge, so that a fast wheel shows no gap. */
const beyond = 6
/** ms. A pointer that has rested this long is not about to press anything. */
const restedAfter = 4_000

export interface RowWindow {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly from: number
  readonly to: number
  readonly first: number
  /** The rows when the list last stood at its top. */
  readonly atTop: RowLayout
  readonly show: (index: number) => void
  readonly toTop: () => void
  readonly on: {
    readonly onScroll: () => void
    readonly onPointerMove: (event: PointerEvent) => void
    readonly onPointerLeave: () => void
  }
}

interface Held {
  layout: RowLayout
  atTop: RowLayout
  /** Where the scrolling element begins on screen. */
  edge: number
  top: number
  /** The list stays at its top by itself; false once somebody has scrolled away. */
  follows: boolean
  pointer: number | null
  rest: ReturnType<typeof setTimeout> | undefined
}

/**
 * Draws the visible part of a long list and holds still what is looked at: the row under a moving
 * pointer or, when scrolled down, the first row in view. Left at its top, it shows what comes in.
 */
export function useRowWindow(layout: RowLayout): RowWindow {
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 0 })
  const held = useRef<Held>({
    layout,
    atTop: layout,
    edge: 0,
    top: 0,
    follows: true,
    pointer: null,
    rest: undefined,
  })
  const look = useCallback(() => {
    const element = scroller.current
    if (!element) return
    const now = { top: element.scrollTop, height: element.clientHeight }
    held.current.top = now.top
    if (now.top <= 0) held.current.atTop = held.current.layout
    setView((was) => (was.top === now.top && was.height === now.height ? was : now))
  }, [])
  const scroll = useCallback(
    (top: number) => {
      const element = scroller.current
      if (!element) return
      if (element.scrollTop !== top) element.scrollTop = top
      look()
    },
    [look],
  )
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const before = held.current
    const edge = element.getBoundingClientRect().top
    const top = keptTop(before, layout, edge)
    before.layout = layout
    before.edge = edge
    scroll(top)
  })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [look])
  const on = useHand(held, { look, scroll })
  const show = useCallback(
    (index: number) => {
      const element = scroller.current
      if (!element) return
      const { layout: now } = held.current
      const seen = { top: element.scrollTop, height: element.clientHeight }
      const top = topShowing(now.offsets, index, seen)
      held.current.follows = top === 0
      scroll(top)
    },
    [scroll],
  )
  const toTop = useCallback(() => {
    held.current.follows = true
    scroll(0)
  }, [scroll])
  const [from, to] = rowsIn(layout.offsets, view, beyond)
  const first = rowAt(layout.offsets, view.top)
  return { scroller, from, to, first, atTop: held.current.atTop, show, toTop, on }
}

/** Where the list should stand after its rows, or its place on screen, change. */
function keptTop(before: Held, layout: RowLayout, edge: number): number {
  const { top, pointer, follows } = before
  if (pointer === null && follows) return 0
  const y = pointer === null ? top : pointer - before.edge + top
  const index = rowAt(before.layout.offsets, y)
  return Math.max(0, topKeeping(before.layout, layout, { index, top }) + edge - before.edge)
}

function useHand(
  held: RefObject<Held>,
  { look, scroll }: { readonly look: () => void; readonly scroll: (top: number) => void },
): RowWindow['on'] {
  const letGo = useCallback(() => {
    clearTimeout(held.current.rest)
    held.current.pointer = null
    if (held.current.follows) scroll(0)
  }, [held, scroll])
  useLayoutEffect(() => () => clearTimeout(held.current.rest), [held])
  const onScroll = useCallback(() => {
    const before = held.current.top
    look()
    // This code's own scrolling is known already; anything else was a person's.
    if (held.current.top !== before) held.current.follows = held.current.top <= 0
  }, [held, look])
  const onPointerMove = useCallback(
    ({ clientY }: PointerEvent) => {
      clearTimeout(held.current.rest)
      held.current.pointer = clientY
      held.current.rest = setTimeout(letGo, restedAfter)
    },
    [held, letGo],
  )
  return { onScroll, onPointerMove, onPointerLeave: letGo }
}
