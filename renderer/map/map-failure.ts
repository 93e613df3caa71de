/** Why there is no map, for the log and for whoever fixes it. */
export interface MapFailure {
  readonly reason: 'no-webgl' | 'style' | 'context-lost' | 'layer'
  readonly message: string
}

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
