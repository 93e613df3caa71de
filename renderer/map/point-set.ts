/**
 * Many points as columns. No point is an object: tiles are made from the columns, and an id is
 * looked up when a point is clicked.
 */
export interface PointSet {
  readonly count: number
  /** Longitude and latitude of each, in turn. */
  readonly places: Float64Array
  /** The property by which a layer tells points apart. */
  readonly kind: PointKind
  idAt(at: number): string
  /** Drawn close up; read only for the points of one tile. */
  nameAt(at: number): string
  /**
   * Two sets with the same order have the same point at the same place, so a point of one can be
   * looked up in the other.
   */
  readonly order: object
}

export interface PointKind {
  readonly property: string
  readonly values: readonly string[]
  /** The place of each point's kind in `values`. */
  readonly of: Uint8Array
}
