import { Component, type ReactNode } from 'react'

interface MapBoundaryProps {
  readonly onError: (error: unknown) => void
  readonly children: ReactNode
}

/**
 * A layer that throws takes the map down, and nothing else. React offers error boundaries as
 * classes only.
 */
export class MapBoundary extends Component<MapBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: unknown) {
    this.props.onError(error)
  }

  override render() {
    return this.state.failed ? null : this.props.children
  }
}
