/** A file of map tiles, open for reading. */
export interface TileArchive {
  readonly format: 'pmtiles' | 'mbtiles'
  readonly facts: ArchiveFacts
  /** The tile as it is drawn, unpacked; null when the file has none there. */
  tile(z: number, x: number, y: number): Promise<Uint8Array | null>
  close(): Promise<void>
}

export interface ArchiveFacts {
  /** Its tiles are drawn by the map, not pictures. */
  readonly vector: boolean
  readonly layers: readonly string[]
  readonly bounds: readonly [west: number, south: number, east: number, north: number]
  readonly minZoom: number
  readonly maxZoom: number
}
