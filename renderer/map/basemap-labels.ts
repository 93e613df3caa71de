import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { mapFonts } from './basemap-fonts'
import type { MapPalette } from './palette'
import { focusRegion } from './region'

export type MapLanguage = 'uz-Latn' | 'uz-Cyrl' | 'ru' | 'en'

export const nameProperty: Record<MapLanguage, string> = {
  'uz-Latn': 'uz',
  'uz-Cyrl': 'uzc',
  ru: 'ru',
  en: 'en',
}

/** The `text-field` of every label: a change of language relabels the map without reloading it. */
export const labelField = (language: MapLanguage): ExpressionSpecification => [
  'get',
  nameProperty[language],
]

export const labelLayerIds = [
  'river-names',
  'region-names',
  'towns-major-names',
  'towns-focus-names',
  'towns-middle-names',
  'towns-small-names',
] as const

interface TownTier {
  readonly id: 'major' | 'focus' | 'middle' | 'small'
  readonly minzoom: number
  readonly filter: ExpressionSpecification
}

const ofFocus: ExpressionSpecification = ['==', ['get', 'iso'], focusRegion]
const abroad: ExpressionSpecification = ['!=', ['get', 'cc'], 'UZ']
const rank: ExpressionSpecification = ['get', 'rank']

// One layer per tier, not one filter with zoom steps: MapLibre tests the zoom in a filter only at
// whole zooms.
const townTiers: readonly TownTier[] = [
  { id: 'small', minzoom: 9, filter: ['all', ['!', ofFocus], ['>=', rank, 4]] },
  { id: 'middle', minzoom: 7.4, filter: ['all', ['!', ofFocus], ['==', rank, 3]] },
  { id: 'focus', minzoom: 6.6, filter: ['all', ofFocus, ['>=', rank, 3]] },
  { id: 'major', minzoom: 4, filter: ['<=', rank, 2] },
]

/**
 * By rank from 1 to 4, at zoom 8 and at zoom 12. Sizes are for a wall display read from two metres;
 * the towns of the region the unit answers for are the largest.
 */
export const ownTownSizes = { far: [22, 19, 16, 14], near: [27, 23, 20, 18] } as const

const sizeByRank = ([one, two, three, four]: readonly [
  number,
  number,
  number,
  number,
]): ExpressionSpecification => ['match', rank, [0, 1], one, 2, two, 3, three, four]

const townColour = (palette: MapPalette): ExpressionSpecification => [
  'case',
  abroad,
  palette.textAbroad,
  ofFocus,
  palette.textStrong,
  palette.textSecondary,
]

const townTextSize: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  5,
  ['case', ['<=', rank, 1], 13, 11],
  8,
  ['case', ofFocus, sizeByRank(ownTownSizes.far), ['match', rank, [0, 1], 17, 2, 15, 13]],
  12,
  ['case', ofFocus, sizeByRank(ownTownSizes.near), ['match', rank, [0, 1], 21, 2, 18, 15]],
]

const townDot = ({ id, minzoom, filter }: TownTier, palette: MapPalette): LayerSpecification => ({
  id: `towns-${id}`,
  type: 'circle',
  source: 'towns',
  minzoom,
  filter,
  paint: {
    'circle-radius': [
      'interpolate',
      ['linear'],
      ['zoom'],
      5,
      ['case', ['<=', rank, 1], 2.6, 1.8],
      9,
      3.4,
    ],
    'circle-color': palette.halo,
    'circle-stroke-width': 1.4,
    'circle-stroke-color': townColour(palette),
    // Once single sites are visible, a town's dot would look like one of them.
    'circle-opacity': ['interpolate', ['linear'], ['zoom'], 10, 1, 11.5, 0],
    'circle-stroke-opacity': ['interpolate', ['linear'], ['zoom'], 10, 1, 11.5, 0],
  },
})

const townName = (
  { id, minzoom, filter }: TownTier,
  language: MapLanguage,
  palette: MapPalette,
): LayerSpecification => ({
  id: `towns-${id}-names`,
  type: 'symbol',
  source: 'towns',
  minzoom,
  filter,
  layout: {
    'text-field': labelField(language),
    'text-font': [
      'case',
      ['all', ['<=', rank, 2], ['!', abroad]],
      ['literal', mapFonts.strong],
      ['literal', mapFonts.regular],
    ],
    'text-size': townTextSize,
    // Never above the point: bubbles stand there (arrange.ts).
    'text-variable-anchor': ['left', 'right', 'top'],
    // Clear of the symbols that crowd a town's middle.
    'text-radial-offset': ['case', ofFocus, 0.9, 0.55],
    'text-justify': 'auto',
    'text-padding': 4,
    'symbol-sort-key': ['-', rank, ['/', ['get', 'pop'], 10_000_000]],
  },
  paint: {
    'text-color': townColour(palette),
    'text-halo-color': palette.halo,
    'text-halo-width': 1.8,
  },
})

export const townDots = (palette: MapPalette): LayerSpecification[] =>
  townTiers.map((tier) => townDot(tier, palette))

/**
 * Every name on the map. Later layers win the space, so the towns of the region come before far
 * neighbours.
 */
export const nameLayers = (language: MapLanguage, palette: MapPalette): LayerSpecification[] => [
  {
    id: 'river-names',
    type: 'symbol',
    source: 'rivers',
    minzoom: 6,
    layout: {
      'symbol-placement': 'line',
      'text-field': labelField(language),
      'text-font': mapFonts.italic,
      'text-size': ['interpolate', ['linear'], ['zoom'], 6, 12, 10, 16],
      'text-letter-spacing': 0.08,
      'symbol-spacing': 420,
    },
    paint: {
      'text-color': palette.riverLabel,
      'text-halo-color': palette.halo,
      'text-halo-width': 1.4,
    },
  },
  {
    id: 'region-names',
    type: 'symbol',
    source: 'region-labels',
    minzoom: 5,
    maxzoom: 8.4,
    // The unit's own region needs no caption across its middle: it is the lit one, and its towns
    // need the room.
    filter: ['!=', ['get', 'iso'], focusRegion],
    layout: {
      'text-field': labelField(language),
      'text-font': mapFonts.strong,
      'text-transform': 'uppercase',
      'text-letter-spacing': 0.14,
      'text-size': ['interpolate', ['linear'], ['zoom'], 5, 10, 8, 15],
      'text-max-width': 9,
      'text-padding': 8,
    },
    paint: {
      'text-color': palette.regionLabel,
      'text-halo-color': palette.halo,
      'text-halo-width': 1.4,
    },
  },
  ...townTiers.map((tier) => townName(tier, language, palette)),
]
