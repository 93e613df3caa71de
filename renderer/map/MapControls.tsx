import { showRegion, zoomBy } from './camera'
import { useMap } from './map-room'

export interface MapControlWords {
  readonly zoomIn: string
  readonly zoomOut: string
  readonly wholeRegion: string
}

/** Buttons for what the mouse wheel and the keys + − do as well. */
export function MapControls({ words }: { readonly words: MapControlWords }) {
  const map = useMap()
  return (
    <div className="map-controls">
      <button
        type="button"
        title={words.zoomIn}
        aria-label={words.zoomIn}
        onClick={() => zoomBy(map, 1)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 3v10M3 8h10" />
        </svg>
      </button>
      <button
        type="button"
        title={words.zoomOut}
        aria-label={words.zoomOut}
        onClick={() => zoomBy(map, -1)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 8h10" />
        </svg>
      </button>
      <button
        type="button"
        title={words.wholeRegion}
        aria-label={words.wholeRegion}
        onClick={() => showRegion(map)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />
        </svg>
      </button>
    </div>
  )
}
