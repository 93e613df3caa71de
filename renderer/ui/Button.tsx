import { type ReactNode, useId } from 'react'
import './button.css'
import { KeyCap } from './KeyCap'

export interface ButtonProps {
  readonly children: ReactNode
  readonly onClick?: () => void
  readonly tone?: 'plain' | 'primary' | 'danger' | 'quiet'
  readonly type?: 'button' | 'submit'
  /** The key with the same effect, in react-hotkeys-hook's notation. */
  readonly keys?: string
  /** Why it cannot be pressed now, in words; null or absent when it can. */
  readonly disabledReason?: string | null
  /** Shows the reason below the label, not only as a tooltip. */
  readonly reasonVisible?: boolean
  /** Name for assistive technology, when the content is only a symbol. */
  readonly label?: string
  readonly pressed?: boolean
  /** A dialog that contains it puts the focus here. */
  readonly firstFocus?: boolean
}

/**
 * A button that says why when it cannot be pressed. It stays focusable then, so that the reason can
 * be reached by keyboard and screen reader.
 */
export function Button(props: ButtonProps) {
  const {
    children,
    onClick,
    tone = 'plain',
    type = 'button',
    keys,
    disabledReason,
    reasonVisible,
    label,
  } = props
  const reasonId = useId()
  const disabled = disabledReason != null
  return (
    <button
      type={type}
      className={`button button--${tone}`}
      aria-disabled={disabled}
      aria-label={label}
      aria-pressed={props.pressed}
      data-first-focus={props.firstFocus || undefined}
      aria-describedby={disabled ? reasonId : undefined}
      title={disabledReason ?? label}
      onClick={(event) => {
        if (disabled) event.preventDefault()
        else onClick?.()
      }}
    >
      <span className="button__row">
        <span className="button__label">{children}</span>
        {keys ? <KeyCap keys={keys} /> : null}
      </span>
      {disabled ? (
        <span id={reasonId} className={reasonVisible ? 'button__reason' : 'visually-hidden'}>
          {disabledReason}
        </span>
      ) : null}
    </button>
  )
}
