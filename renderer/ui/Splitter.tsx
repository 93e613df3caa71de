import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import './splitter.css'

/** Which edge of the panel it stands in: that edge is moved. */
export type SplitterEdge = 'left' | 'right' | 'top'

export interface SplitterProps {
  readonly edge: SplitterEdge
  readonly label: string
  /** While it is dragged: the panel's new size in pixels, to be shown at once. */
  readonly onMove: (size: number) => void
  /** The size it was left at. */
  readonly onDone: (size: number) => void
}

const step = 16
const largeStep = 96

/** Makes the panel it stands in larger or smaller, by dragging or by the arrow keys. */
export function Splitter({ edge, label, onMove, onDone }: SplitterProps) {
  const ref = useRef<HTMLDivElement>(null)
  const from = useRef<{ readonly at: number; readonly size: number } | null>(null)
  const [now, setNow] = useState(0)
  const across = edge !== 'top'
  const sizeOf = () => {
    const box = ref.current?.parentElement?.getBoundingClientRect()
    return Math.round((across ? box?.width : box?.height) ?? 0)
  }
  const place = ({ clientX, clientY }: PointerEvent) => (across ? clientX : clientY)
  const sizeAt = (event: PointerEvent) => {
    const { at, size } = from.current ?? { at: place(event), size: sizeOf() }
    const moved = place(event) - at
    return size + (edge === 'right' ? moved : -moved)
  }
  const done = (size: number) => {
    setNow(size)
    onDone(size)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = { ArrowLeft: -1, ArrowUp: 1, ArrowRight: 1, ArrowDown: -1 }[event.key]
    const along = across ? /Left|Right/ : /Up|Down/
    if (direction === undefined || !along.test(event.key)) return
    event.preventDefault()
    // Towards the edge's own side the panel grows: a left edge moved left makes it larger.
    const grows = edge === 'left' ? -direction : direction
    done(sizeOf() + grows * (event.shiftKey ? largeStep : step))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule between parts of a text has no value
    <div
      ref={ref}
      className={`splitter splitter--${edge}`}
      role="separator"
      aria-label={label}
      aria-orientation={across ? 'vertical' : 'horizontal'}
      aria-valuenow={now}
      tabIndex={0}
      onFocus={() => setNow(sizeOf())}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        from.current = { at: place(event), size: sizeOf() }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        if (from.current) onMove(sizeAt(event))
      }}
      onPointerUp={(event) => {
        if (from.current) done(sizeAt(event))
        from.current = null
      }}
      onPointerCancel={() => {
        from.current = null
      }}
    />
  )
}
