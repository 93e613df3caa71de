import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button'
import './panel-boundary.css'

interface BoundaryProps {
  readonly name: string
  readonly children: ReactNode
}

/**
 * Keeps a fault in one panel from taking the room with it: the panel says that it failed and offers to draw it again,
 * everything else goes on. React has error boundaries as classes only.
 */
export class PanelBoundary extends Component<BoundaryProps, { readonly fault: Error | null }> {
  override state = { fault: null as Error | null }

  static getDerivedStateFromError(fault: unknown): { fault: Error } {
    return { fault: fault instanceof Error ? fault : new Error(String(fault)) }
  }

  override componentDidCatch(fault: unknown, info: ErrorInfo): void {
    console.error(`The panel ${this.props.name} failed`, fault, info.componentStack)
  }

  override render(): ReactNode {
    const { fault } = this.state
    if (!fault) return this.props.children
    return <FailedPanel name={this.props.name} fault={fault.message} onRetry={() => this.setState({ fault: null })} />
  }
}

function FailedPanel({ name, fault, onRetry }: { name: string; fault: string; onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="failed-panel" role="alert">
      <strong>{t('app:panel-failed', { panel: t(`app:panel.${name}`) })}</strong>
      <p>{t('app:panel-failed-hint')}</p>
      <p className="failed-panel__fault selectable">{fault}</p>
      <Button onClick={onRetry}>{t('app:panel-retry')}</Button>
    </div>
  )
}
