import type { ReactNode } from 'react'
import './chip.css'

export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad' | 'quiet' | 'replay'

/** A word or two for a state. The tone repeats the words, and never replaces them. */
export function Chip({
  tone = 'plain',
  title,
  children,
}: {
  tone?: Tone
  title?: string
  children: ReactNode
}) {
  return (
    <span className={`chip chip--${tone}`} title={title}>
      {children}
    </span>
  )
}
