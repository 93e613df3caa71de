import type { ExpressionSpecification } from 'maplibre-gl'
import type { MapSchema } from '../../shared/region-map/region-map'
import { mapFonts } from './basemap-fonts'
import type { MapLanguage } from './basemap-labels'
import type { FeatureLayer } from './layers-on-map'
import type { MapTheme } from './palette'
import { type StreetPalette, streetPalettes } from './street-palette'
import { type StreetPart, type StreetSchema, streetSchemas } from './street-schema'

export interface StreetLook {
  readonly schema: MapSchema
  readonly theme: MapTheme
  readonly language: MapLanguage
}

/** In OpenStreetMap Uzbek is written in Latin unless it says otherwise. */
const nameFields: Readonly<Record<MapLanguage, readonly string[]>> = {
  'uz-Latn': ['name:uz-Latn', 'name:uz', 'name:latin', 'name'],
  'uz-Cyrl': ['name:uz-Cyrl', 'name:ru', 'name'],
  ru: ['name:ru', 'name'],
  en: ['name:en', 'name_en', 'name:latin', 'name'],
}

/** A name in the officer's language, else as it is written on the spot. */
export const streetName = (language: MapLanguage): ExpressionSpecification => {
  const [first = 'name', ...others] = nameFields[language]
  return ['coalesce', ['get', first], ...others.map((field) => ['get', field])] as never
}

type Widths = readonly [far: number, near: number, close: number]

const widthBy = ([far, near, close]: Widths): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.4],
  ['zoom'],
  10,
  far,
  14,
  near,
  17,
  close,
]

const partOf = ({ layer, filter }: StreetPart) => ({
  'source-layer': layer,
  ...(filter ? { filter } : {}),
})

const fill = (id: string, part: StreetPart, colour: string): FeatureLayer => ({
  id: `street-${id}`,
  type: 'fill',
  ...partOf(part),
  paint: { 'fill-color': colour, 'fill-antialias': false },
})

interface RoadLook {
  readonly colour: string
  readonly widths: Widths
  readonly minzoom: number
  readonly dashes?: readonly number[]
}

const road = (id: string, part: StreetPart, look: RoadLook): FeatureLayer => ({
  id: `street-${id}`,
  type: 'line',
  ...partOf(part),
  minzoom: look.minzoom,
  layout: { 'line-join': 'round', 'line-cap': look.dashes ? 'butt' : 'round' },
  paint: {
    'line-color': look.colour,
    'line-width': widthBy(look.widths),
    ...(look.dashes ? { 'line-dasharray': [...look.dashes] } : {}),
  },
})

const wider = ([far, near, close]: Widths): Widths => [far + 0.8, near + 2, close + 2.5]

function roads(schema: StreetSchema, colours: StreetPalette): readonly FeatureLayer[] {
  const kinds = [
    { id: 'path', colour: colours.path, widths: [0.3, 1, 2], minzoom: 14, dashes: [2, 1.5] },
    { id: 'rail', colour: colours.rail, widths: [0.6, 1.4, 2.5], minzoom: 10, dashes: [4, 2] },
    { id: 'street', colour: colours.street, widths: [0.3, 2.2, 11], minzoom: 12 },
    { id: 'main', colour: colours.main, widths: [0.9, 4, 16], minzoom: 8 },
    { id: 'motorway', colour: colours.motorway, widths: [1.6, 5, 19], minzoom: 5 },
  ] as const
  const part = (id: (typeof kinds)[number]['id']): StreetPart => ({
    layer: schema.roads,
    filter: schema[id],
  })
  const casings = kinds
    .filter(({ id }) => id !== 'path' && id !== 'rail')
    .map(({ id, widths, minzoom }) =>
      road(`${id}-casing`, part(id), {
        colour: colours.casing,
        widths: wider(widths),
        minzoom: Math.max(minzoom, 11),
      }),
    )
  return [...casings, ...kinds.map(({ id, ...look }) => road(id, part(id), look))]
}

/** The ground of a street map: all that lies under symbols and names. */
export function streetGround({ schema, theme }: StreetLook): readonly FeatureLayer[] {
  const parts = streetSchemas[schema]
  const colours = streetPalettes[theme]
  return [
    fill('built', parts.built, colours.built),
    ...parts.green.map((part, n) => fill(`green-${n}`, part, colours.green)),
    fill('water', { layer: parts.water }, colours.water),
    road('waterway', parts.waterway, { colour: colours.water, widths: [1, 2.5, 6], minzoom: 9 }),
    {
      id: 'street-building',
      type: 'fill',
      ...partOf(parts.building),
      minzoom: 13.5,
      paint: { 'fill-color': colours.building, 'fill-outline-color': colours.buildingEdge },
    },
    ...roads(parts, colours),
  ]
}

/** Names of streets and quarters, and the numbers of houses. */
export function streetNames({ schema, theme, language }: StreetLook): readonly FeatureLayer[] {
  const parts = streetSchemas[schema]
  const colours = streetPalettes[theme]
  const paint = {
    'text-color': colours.text,
    'text-halo-color': colours.halo,
    'text-halo-width': 1.6,
  }
  return [
    {
      id: 'street-numbers',
      type: 'symbol',
      ...partOf(parts.houses),
      minzoom: 16,
      layout: {
        'text-field': ['get', parts.houses.number],
        'text-font': mapFonts.regular,
        'text-size': 13,
        'text-padding': 2,
      },
      paint: { ...paint, 'text-color': colours.number },
    },
    {
      id: 'street-names',
      type: 'symbol',
      'source-layer': parts.roadNames,
      minzoom: 13,
      layout: {
        'symbol-placement': 'line',
        'text-field': streetName(language),
        'text-font': mapFonts.regular,
        'text-size': ['interpolate', ['linear'], ['zoom'], 13, 13, 17, 17],
        'symbol-spacing': 320,
      },
      paint,
    },
    {
      id: 'street-places',
      type: 'symbol',
      ...partOf(parts.places),
      minzoom: 11,
      maxzoom: 16,
      layout: {
        'text-field': streetName(language),
        'text-font': mapFonts.strong,
        'text-size': 15,
        'text-max-width': 8,
      },
      paint,
    },
  ]
}
