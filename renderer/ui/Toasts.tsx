import { useLayoutEffect, useRef } from 'react'
import './toasts.css'

export interface Toast {
  readonly id: string
  readonly tone: 'done' | 'notice' | 'refused' | 'pending'
  readonly heading: string | null
  readonly text: string
}

export interface ToastsProps {
  readonly toasts: readonly Toast[]
  readonly dismissLabel: string
  readonly onDismiss: (id: string) => void
}

const marks: Readonly<Record<Toast['tone'], string>> = {
  done: '✓',
  notice: 'i',
  refused: '✕',
  pending: '…',
}

/**
 * Sentences shown for a while at the foot of the screen, newest lowest. A refusal interrupts a
 * screen reader, others wait.
 */
export function Toasts({ toasts, dismissLabel, onDismiss }: ToastsProps) {
  const around = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    // The popover is opened again for each sentence: otherwise a dialog opened since would cover it.
    if (toasts.length > 0) showOnTop(around.current)
  }, [toasts])
  return (
    <div className="toasts" ref={around} popover="manual">
      {toasts.map(({ id, tone, heading, text }) => (
        <div
          key={id}
          className={`toast toast--${tone}`}
          role={tone === 'refused' ? 'alert' : 'status'}
        >
          <span className="toast__mark" aria-hidden="true">
            {marks[tone]}
          </span>
          <div className="toast__words">
            {heading ? <strong className="toast__heading">{heading}</strong> : null}
            <span>{text}</span>
          </div>
          <button
            type="button"
            className="toast__dismiss"
            aria-label={dismissLabel}
            onClick={() => onDismiss(id)}
          >
            ✕
          </button>
        </div>
      ))}
    </div>
  )
}

function showOnTop(element: HTMLElement | null): void {
  if (element?.matches(':popover-open')) element.hidePopover()
  element?.showPopover()
}
