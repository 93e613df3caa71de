import type { ExpressionSpecification } from 'maplibre-gl'
import type { MapSchema } from '../../shared/region-map/region-map'

/** Where the two schemas have what a street map shows. */
export interface StreetSchema {
  readonly water: string
  readonly waterway: StreetPart
  readonly green: readonly StreetPart[]
  readonly built: StreetPart
  readonly building: StreetPart
  readonly roads: string
  readonly roadNames: string
  readonly motorway: ExpressionSpecification
  readonly main: ExpressionSpecification
  readonly street: ExpressionSpecification
  readonly path: ExpressionSpecification
  readonly rail: ExpressionSpecification
  readonly places: StreetPart
  /** The layer of addresses, and what has the number of a house. */
  readonly houses: StreetPart & { readonly number: string }
}

export interface StreetPart {
  readonly layer: string
  readonly filter?: ExpressionSpecification
}

const oneOf = (property: string, values: readonly string[]): ExpressionSpecification => [
  'in',
  ['get', property],
  ['literal', [...values]],
]

/** https://openmaptiles.org/schema/ */
const openmaptiles: StreetSchema = {
  water: 'water',
  waterway: { layer: 'waterway' },
  green: [
    { layer: 'landcover', filter: oneOf('class', ['wood', 'grass', 'farmland', 'wetland']) },
    { layer: 'park' },
  ],
  built: {
    layer: 'landuse',
    filter: oneOf('class', ['residential', 'commercial', 'industrial', 'school', 'hospital']),
  },
  building: { layer: 'building' },
  roads: 'transportation',
  roadNames: 'transportation_name',
  motorway: oneOf('class', ['motorway', 'trunk']),
  main: oneOf('class', ['primary', 'secondary', 'tertiary']),
  street: oneOf('class', ['minor', 'service', 'residential', 'busway']),
  path: oneOf('class', ['path', 'track', 'pedestrian']),
  rail: oneOf('class', ['rail', 'transit']),
  places: {
    layer: 'place',
    filter: oneOf('class', ['village', 'hamlet', 'suburb', 'quarter', 'neighbourhood']),
  },
  houses: { layer: 'housenumber', number: 'housenumber' },
}

/** https://docs.protomaps.com/basemaps/layers, version 4; version 3 had some of its names. */
const protomaps: StreetSchema = {
  water: 'water',
  waterway: { layer: 'water', filter: oneOf('kind', ['river', 'stream', 'canal']) },
  green: [
    {
      layer: 'landuse',
      filter: oneOf('kind', ['park', 'forest', 'wood', 'grass', 'farmland', 'orchard', 'cemetery']),
    },
  ],
  built: {
    layer: 'landuse',
    filter: oneOf('kind', ['residential', 'commercial', 'industrial', 'school', 'hospital']),
  },
  building: { layer: 'buildings', filter: ['!=', ['get', 'kind'], 'address'] },
  roads: 'roads',
  roadNames: 'roads',
  motorway: oneOf('kind', ['highway']),
  main: oneOf('kind', ['major_road', 'medium_road']),
  street: oneOf('kind', ['minor_road', 'other']),
  path: oneOf('kind', ['path']),
  rail: oneOf('kind', ['rail']),
  places: {
    layer: 'places',
    filter: [
      'any',
      oneOf('kind', ['neighbourhood', 'macrohood']),
      oneOf('kind_detail', ['village', 'hamlet', 'locality', 'suburb']),
    ],
  },
  houses: {
    layer: 'buildings',
    filter: ['==', ['get', 'kind'], 'address'],
    number: 'addr_housenumber',
  },
}

export const streetSchemas: Readonly<Record<MapSchema, StreetSchema>> = { openmaptiles, protomaps }
