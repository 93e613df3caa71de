import { type ReactNode, useId } from 'react'
import './field.css'

export interface FieldProps {
  readonly label: string
  readonly hint?: string | null
  readonly error?: string | null
  /** Draws the control with the ids that tie it to its label and hint. */
  readonly children: (ids: { id: string; 'aria-describedby': string }) => ReactNode
}

/**
 * A labelled control with its explanation below. Give inputs, selects and text areas the class
 * `input`.
 */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': noteId })}
      <div className={error ? 'field__note field__note--error' : 'field__note'} id={noteId}>
        {error ?? hint}
      </div>
    </div>
  )
}
