import type { ReactNode } from 'react'
import './empty-state.css'

/** Says that there is nothing to show: a panel is never blank. */
export function EmptyState({ text, hint }: { text: string; hint?: ReactNode }) {
  return (
    <div className="empty-state">
      <p className="empty-state__text">{text}</p>
      {hint ? <div className="empty-state__hint">{hint}</div> : null}
    </div>
  )
}
