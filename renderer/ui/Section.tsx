import type { ReactNode } from 'react'
import './section.css'

export interface SectionProps {
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}

export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className="section" aria-label={title}>
      <header className="section__head">
        <h3 className="section__title">{title}</h3>
        {aside ? <div className="section__aside">{aside}</div> : null}
      </header>
      {children}
    </section>
  )
}
