import type { SourceSpecification } from 'maplibre-gl'
import borders from '../../resources/basemap/borders.geojson?url&no-inline'
import lakes from '../../resources/basemap/lakes.geojson?url&no-inline'
import regionLabels from '../../resources/basemap/region-labels.geojson?url&no-inline'
import regions from '../../resources/basemap/regions.geojson?url&no-inline'
import relief from '../../resources/basemap/relief.png?url&no-inline'
import rivers from '../../resources/basemap/rivers.geojson?url&no-inline'
import towns from '../../resources/basemap/towns.geojson?url&no-inline'
import { assetUrl } from './asset-url'

const geojson = (url: string, attribution?: string): SourceSpecification => ({
  type: 'geojson',
  data: assetUrl(url),
  ...(attribution ? { attribution } : {}),
})

export const basemapSources = (): Record<string, SourceSpecification> => ({
  regions: geojson(regions, 'Natural Earth'),
  'region-labels': geojson(regionLabels),
  borders: geojson(borders),
  lakes: geojson(lakes),
  rivers: geojson(rivers),
  towns: geojson(towns, 'GeoNames CC BY 4.0'),
  relief: {
    type: 'image',
    url: assetUrl(relief),
    coordinates: [
      [49.958786, 50.041806],
      [81.974753, 50.041806],
      [81.974753, 32.054242],
      [49.958786, 32.054242],
    ],
  },
})
