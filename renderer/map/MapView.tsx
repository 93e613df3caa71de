import { type ReactNode, useEffect, useRef, useState } from 'react'
import 'maplibre-gl/dist/maplibre-gl.css'
import './map.css'
import { labelField, labelLayerIds, type MapLanguage } from './basemap-labels'
import { MapBoundary } from './MapBoundary'
import { MapControls, type MapControlWords } from './MapControls'
import { MapFrame, type MapUnits } from './MapFrame'
import { type MapFailure, messageOf } from './map-failure'
import { MapPaletteContext, type MapRoom, MapRoomContext } from './map-room'
import { type MapTheme, palettes } from './palette'

/**
 * Every word the map shows, in the language of the screen. A stable object: a new one rewrites the
 * map's labels.
 */
export interface MapWords extends MapControlWords, MapUnits {
  /** What the map is, for those who cannot see it. */
  readonly label: string
  /** Shown in place of a map that cannot be shown; the rest of the screen works on. */
  readonly unavailable: string
}

export interface MapViewProps {
  readonly language: MapLanguage
  readonly theme: MapTheme
  readonly words: MapWords
  readonly onFailure?: (failure: MapFailure) => void
  /** Layers: components that return null. Drawn once the base style is loaded. */
  readonly children?: ReactNode
}

/** Sources of the base map's data, named on the map as their licences ask. */
const attribution = 'Natural Earth · GeoNames CC BY 4.0 · ETOPO5'

/**
 * Calls back when the frame with this component has been drawn; returns the function that cancels
 * it. A hidden window draws none, hence the timer.
 */
function afterFirstPaint(call: () => void): () => void {
  let timer = window.setTimeout(call, 200)
  const frame = requestAnimationFrame(() => {
    window.clearTimeout(timer)
    timer = window.setTimeout(call, 0)
  })
  return () => {
    cancelAnimationFrame(frame)
    window.clearTimeout(timer)
  }
}

/**
 * The map. It owns the MapLibre instance from its first effect to its last, and fails without
 * taking anything else down: see `onFailure`.
 */
export function MapView({ language, theme, words, onFailure, children }: MapViewProps) {
  const container = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<MapRoom>()
  const [failure, setFailure] = useState<MapFailure>()
  const firstLook = useRef({ language, theme })
  const report = useRef(onFailure)

  useEffect(() => {
    report.current = onFailure
  }, [onFailure])

  useEffect(() => {
    const place = container.current
    if (!place) return
    const failed = (reason: MapFailure) => {
      setFailure(reason)
      report.current?.(reason)
    }
    let close: (() => void) | undefined
    let gone = false
    // The map's library is half of the program; the list of alarms does not wait for it.
    const cancel = afterFirstPaint(() => {
      import('./open-map').then(
        ({ openMap }) => {
          if (gone) return
          close = openMap(place, firstLook.current, {
            ready: setRoom,
            failed,
            recovered: () => setFailure(undefined),
          })
        },
        (error: unknown) => failed({ reason: 'style', message: messageOf(error) }),
      )
    })
    return () => {
      gone = true
      cancel()
      close?.()
    }
  }, [])

  useEffect(() => {
    if (!room) return
    for (const id of labelLayerIds)
      room.map.setLayoutProperty(id, 'text-field', labelField(language))
    room.overlay.setLook({ language })
  }, [room, language])

  useEffect(() => {
    room?.paint(theme)
    room?.overlay.setLook({ theme })
  }, [room, theme])

  useEffect(() => {
    room?.map.getCanvas().setAttribute('aria-label', words.label)
  }, [room, words])

  const layerFailed = (error: unknown) => {
    const reason: MapFailure = { reason: 'layer', message: messageOf(error) }
    setFailure(reason)
    report.current?.(reason)
  }

  return (
    <section className="map-view" aria-label={words.label}>
      <div ref={container} className="map-canvas" />
      {room && (
        <MapBoundary onError={layerFailed}>
          <MapRoomContext value={room}>
            <MapPaletteContext value={palettes[theme]}>
              <MapFrame units={words} />
              <MapControls words={words} />
              {children}
            </MapPaletteContext>
          </MapRoomContext>
        </MapBoundary>
      )}
      <p className="map-attribution">{attribution}</p>
      {failure && (
        <div className="map-failure" role="alert">
          <p>{words.unavailable}</p>
          <p className="map-failure-detail">{failure.message}</p>
        </div>
      )}
    </section>
  )
}
