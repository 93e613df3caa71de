import type { ReactNode } from 'react'
import './empty-state.css'

/** What is said where there is nothing to show: never a blank panel. */
export function EmptyState({ text, hint }: { text: string; hint?: ReactNode }) {
  return (
    <div className="empty-state">
      <p className="empty-state__text">{text}</p>
      {hint ? <div className="empty-state__hint">{hint}</div> : null}
    </div>
  )
}
