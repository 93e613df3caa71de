import { Component, type ErrorInfo, type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../console/now'
import { Button } from '../ui/Button'
import './panel-boundary.css'

interface BoundaryProps {
  readonly name: string
  readonly children: ReactNode
}

interface Faults {
  readonly fault: Error | null
  /** How often this panel has failed. */
  readonly count: number
}

/** Longest pause, ms, before a failed panel is drawn again. */
const longestPause = 10_000

/**
 * Keeps a fault in one panel from taking the room down: the panel says that it failed and is drawn
 * again after a pause, while everything else goes on. React has error boundaries only as classes.
 */
export class PanelBoundary extends Component<BoundaryProps, Faults> {
  override state: Faults = { fault: null, count: 0 }

  static getDerivedStateFromError(fault: unknown): Partial<Faults> {
    return { fault: fault instanceof Error ? fault : new Error(String(fault)) }
  }

  override componentDidCatch(fault: unknown, info: ErrorInfo): void {
    console.error(`The panel ${this.props.name} failed`, fault, info.componentStack)
  }

  override render(): ReactNode {
    const { fault, count } = this.state
    if (!fault) return this.props.children
    const retry = () => this.setState({ fault: null, count: count + 1 })
    const pause = Math.min(1_000 * 2 ** count, longestPause)
    return (
      <FailedPanel name={this.props.name} fault={fault.message} pause={pause} onRetry={retry} />
    )
  }
}

interface FailedProps {
  readonly name: string
  readonly fault: string
  readonly pause: number
  readonly onRetry: () => void
}

function FailedPanel({ name, fault, pause, onRetry }: FailedProps) {
  const { t } = useTranslation()
  const now = useNow()
  const [since] = useState(now)
  useEffect(() => {
    if (now - since >= pause) onRetry()
  }, [now, since, pause, onRetry])
  return (
    <div className="failed-panel" role="alert">
      <strong>{t('app:panel-failed', { panel: t(`app:panel.${name}`) })}</strong>
      <p>{t('app:panel-failed-hint')}</p>
      <p className="failed-panel__fault selectable">{fault}</p>
      <Button onClick={onRetry}>{t('app:panel-retry')}</Button>
    </div>
  )
}
