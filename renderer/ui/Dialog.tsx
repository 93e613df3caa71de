import { type ReactNode, useEffect, useId, useRef } from 'react'
import './dialog.css'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the foot, the affirming one last. */
  readonly footer?: ReactNode
  readonly width?: 'narrow' | 'wide' | 'tall' | 'large'
}

/**
 * A modal dialog on the native element: focus stays inside and returns to where it was, Escape closes. Keys of the room
 * do not act while it is open (see app/Shortcuts.tsx).
 */
export function Dialog({ title, onClose, children, footer, width = 'narrow' }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) dialog.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={ref}
      className={`dialog dialog--${width}`}
      aria-labelledby={titleId}
      // A key that closes the dialog would reach a room whose keys act again.
      onKeyDown={(event) => event.stopPropagation()}
      onCancel={(event) => {
        // The store decides whether it is open: it is unmounted, not just hidden.
        event.preventDefault()
        onClose()
      }}
    >
      <h2 className="dialog__title" id={titleId}>
        {title}
      </h2>
      <div className="dialog__body">{children}</div>
      {footer ? <footer className="dialog__footer">{footer}</footer> : null}
    </dialog>
  )
}
