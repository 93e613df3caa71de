import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react'
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
 * What stands at the left of every dialog's foot: a way out of it that the screen around it offers.
 */
export const DialogNote = createContext<ReactNode>(null)

/**
 * A dialog that is docked where it is put and never modal: the screen around it stays visible and
 * live. It takes the focus when it appears and gives it back; Escape closes it from wherever the
 * focus is.
 */
export function Dialog({ title, onClose, children, footer, width = 'narrow' }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const note = use(DialogNote)
  useFocusInside(ref)
  useEscape(onClose)
  return (
    <dialog
      ref={ref}
      open
      className={`dialog dialog--${width}`}
      aria-labelledby={titleId}
      tabIndex={-1}
    >
      <h2 className="dialog__title" id={titleId}>
        {title}
      </h2>
      <div className="dialog__body">{children}</div>
      {footer || note ? (
        <footer className="dialog__footer">
          {note ? <span className="dialog__note">{note}</span> : null}
          {footer}
        </footer>
      ) : null}
    </dialog>
  )
}

/**
 * What a dialog begins on: what its content marks, else the first list, choice or field. Never a
 * button that nobody marked, since the first one may do what is not meant.
 */
const beginsOn = ['[data-first-focus]', '[role=listbox], input, textarea, select'] as const

function useFocusInside(ref: { readonly current: HTMLDialogElement | null }): void {
  useLayoutEffect(() => {
    const before = document.activeElement
    const dialog = ref.current
    return () => {
      const lost =
        dialog?.contains(document.activeElement) || document.activeElement === document.body
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [ref])
  useEffect(() => {
    const dialog = ref.current
    if (!dialog || dialog.contains(document.activeElement)) return
    const first =
      beginsOn.map((selector) => dialog.querySelector<HTMLElement>(selector)).find(Boolean) ??
      dialog
    first.focus()
    // Who comes back to a text begun goes on at its end; a search begun is typed over.
    if (first.role === 'combobox' && first instanceof HTMLInputElement) first.select()
    else if (
      first instanceof HTMLTextAreaElement ||
      (first instanceof HTMLInputElement && first.type === 'text')
    )
      first.setSelectionRange(first.value.length, first.value.length)
  }, [ref])
}

function useEscape(onClose: () => void): void {
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      // The same key must not go on to do what it does on the screen behind.
      event.stopImmediatePropagation()
      close.current()
    }
    document.addEventListener('keydown', onKeyDown, { capture: true })
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}
