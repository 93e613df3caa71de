import type { ReactNode } from 'react'
import './panel.css'

export interface PanelProps {
  readonly title: string
  /** What stands at the right end of the head: counts, small buttons. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A titled region of the screen that fills its slot and scrolls inside. */
export function Panel({ title, aside, children }: PanelProps) {
  return (
    <section className="panel" aria-label={title}>
      <header className="panel__head">
        <h2 className="panel__title">{title}</h2>
        {aside ? <div className="panel__aside">{aside}</div> : null}
      </header>
      <div className="panel__body">{children}</div>
    </section>
  )
}
