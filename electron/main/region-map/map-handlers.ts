import type { Handlers } from '../ipc/handlers'
import type { MapDesk } from './map-desk'

export interface MapPorts {
  readonly maps: MapDesk
  /** Asks a person for a file; null when they give none. */
  readonly askFile: () => Promise<string | null>
}

export type MapRequest =
  | 'region-map'
  | 'import-region-map'
  | 'cancel-region-map'
  | 'remove-region-map'

/** The street map of this desk. A replay window draws it and changes nothing. */
export const mapHandlers = ({ maps, askFile }: MapPorts): Pick<Handlers, MapRequest> => ({
  'region-map': () => maps.state(),
  async 'import-region-map'(_request, { mode }) {
    const file = mode === 'live' ? await askFile() : null
    return file === null ? 'cancelled' : maps.import(file)
  },
  'cancel-region-map'(_request, { mode }) {
    if (mode === 'live') maps.cancel()
    return null
  },
  async 'remove-region-map'(_request, { mode }) {
    if (mode === 'live') await maps.remove()
    return null
  },
})
