/** Why there is no map, for the record and for the person who has to mend it. */
export interface MapFailure {
  readonly reason: 'no-webgl' | 'style' | 'context-lost' | 'layer'
  readonly message: string
}

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
