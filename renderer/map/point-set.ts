/**
 * Many points as columns. No point is an object: what the map draws is made of the columns tile by
 * tile, and an id is looked up when a point is clicked.
 */
export interface PointSet {
  readonly count: number
  /** Longitude and latitude of each, in turn. */
  readonly places: Float64Array
  /** The property by which a layer tells the points apart. */
  readonly kind: PointKind
  idAt(at: number): string
  /** Drawn close by; read for the points of one tile only. */
  nameAt(at: number): string
  /**
   * Two sets with the same order have the same point at the same place, so that a point of one can
   * be looked up in the other.
   */
  readonly order: object
}

export interface PointKind {
  readonly property: string
  readonly values: readonly string[]
  /** For each point its place in `values`. */
  readonly of: Uint8Array
}
