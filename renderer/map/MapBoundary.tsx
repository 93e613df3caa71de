import { Component, type ReactNode } from 'react'

interface MapBoundaryProps {
  readonly onError: (error: unknown) => void
  readonly children: ReactNode
}

/** A layer that throws takes only the map down. React has error boundaries only as classes. */
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
