import { useLayoutEffect } from 'react'
import { tilePath } from '../../shared/region-map/region-map'
import { useConsole } from '../console/console-context'
import { putUp, takeDown } from '../map/layers-on-map'
import { useMapPalette, useMapRoom } from '../map/map-room'
import { type MapTheme, palettes } from '../map/palette'
import { streetGround, streetNames } from '../map/street-style'
import { useRegionMap } from './region-map'
import { StreetNote } from './StreetNote'

const sourceId = 'region-map'
const themes = Object.keys(palettes) as readonly MapTheme[]

/** The streets of the region under everything else, where a map of them is installed. */
export function StreetLayer() {
  const room = useMapRoom()
  const palette = useMapPalette()
  const theme = themes.find((one) => palettes[one] === palette) ?? 'dark'
  const language = useConsole((data) => data.language)
  const { map: street } = useRegionMap()
  useLayoutEffect(() => {
    if (!street) return
    const { map } = room
    const look = { schema: street.schema, theme, language }
    const [ground, names] = [streetGround(look), streetNames(look)]
    const source = {
      type: 'vector' as const,
      tiles: [location.origin + tilePath(street.checksum)],
      minzoom: street.minZoom,
      maxzoom: street.maxZoom,
      bounds: [...street.bounds] as [number, number, number, number],
    }
    const start = () => {
      putUp(map, { id: sourceId, source, layers: ground, level: 'ground' })
      putUp(map, { id: sourceId, source, layers: names, level: 'ground' })
    }
    start()
    map.on('style.load', start)
    return () => {
      if (!room.alive()) return
      map.off('style.load', start)
      takeDown(map, sourceId, [...ground, ...names])
    }
  }, [room, street, theme, language])
  return street ? null : <StreetNote />
}
