import type { ReactNode } from 'react'
import { KeyCap } from '../ui/KeyCap'
import './status-item.css'

export interface StatusItemProps {
  /** Quiet means well; a colour wants attention. */
  readonly tone?: 'quiet' | 'note' | 'warn' | 'bad'
  readonly keys?: string
  readonly onClick?: () => void
  readonly children: ReactNode
}

/**
 * One item of the line at the foot of the screen: words, and a button where there is more to see.
 */
export function StatusItem({ tone = 'quiet', keys, onClick, children }: StatusItemProps) {
  const className = tone === 'quiet' ? 'status-item' : `status-item status-item--${tone}`
  if (!onClick) return <span className={className}>{children}</span>
  return (
    <button type="button" className={className} onClick={onClick}>
      {children}
      {keys ? <KeyCap keys={keys} /> : null}
    </button>
  )
}
