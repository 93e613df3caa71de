import type { Wanted } from './arrange'
import type { MapLanguage } from './basemap-labels'
import type { ScreenPoint } from './flat-projection'
import type { Town } from './groups'
import type { LabelLook } from './overlay-labels'
import type { MapPalette } from './palette'

export interface Piece extends Omit<Wanted, 'point'> {
  readonly at: GeoJSON.Position
  /** What a click on it means: ids in its layer, the gravest first. */
  readonly ids: readonly string[]
  /** The highest chooses its place first and is drawn on top. */
  readonly rank: number
  /** The colour of the line to its true point, when it stands away from it. */
  readonly leader: string
  readonly paint: (context: CanvasRenderingContext2D, middle: ScreenPoint) => void
  readonly label?: { readonly text: string; readonly look: LabelLook }
}

/** What pieces are made for. Moving the map does not change it. */
export interface PieceView {
  readonly zoom: number
  readonly towns: readonly Town[]
  readonly language: MapLanguage
  readonly palette: MapPalette
  /** The width of a text in the map's bold type, CSS pixels. */
  readonly widthOf: (text: string, size: number) => number
}

export const mapFont = (size: number, weight = 700): string =>
  `${weight} ${size}px "Noto Sans", sans-serif`
