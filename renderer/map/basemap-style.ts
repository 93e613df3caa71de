import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { fontFaces } from './basemap-fonts'
import { type MapLanguage, nameLayers, townDots } from './basemap-labels'
import { basemapSources } from './basemap-sources'
import { gridLayer, gridSource } from './grid-layer'
import { palette } from './palette'
import { focusRegion } from './region'

/**
 * Where a layer brought by a feature stands. `ground`: beneath the towns' names (areas, the mass of points).
 * `low`, `middle`, `high`: above them, in this order.
 */
export type MapLevel = 'ground' | 'low' | 'middle' | 'high'

/** The invisible layer that marks the upper edge of a level; a new layer goes directly beneath it. */
export const levelAnchor = (level: MapLevel): string => `level-${level}`

const anchor = (level: MapLevel): LayerSpecification => ({
  id: levelAnchor(level),
  type: 'background',
  layout: { visibility: 'none' },
})

const ground = (): LayerSpecification[] => [
  { id: 'abroad', type: 'background', paint: { 'background-color': palette.abroad } },
  { id: 'land', type: 'fill', source: 'regions', paint: { 'fill-color': palette.land } },
  {
    id: 'focus',
    type: 'fill',
    source: 'regions',
    filter: ['==', ['get', 'iso'], focusRegion],
    paint: { 'fill-color': palette.focus },
  },
  {
    id: 'relief',
    type: 'raster',
    source: 'relief',
    paint: {
      // The source has one height per 9 km: from zoom 9 on it would only be a smear, so it fades away.
      'raster-opacity': ['interpolate', ['linear'], ['zoom'], 5, 0.8, 7, 0.55, 8.5, 0.35, 10.5, 0],
      'raster-fade-duration': 0,
      'raster-resampling': 'linear',
    },
  },
  gridLayer,
]

const water = (): LayerSpecification[] => [
  {
    id: 'lakes',
    type: 'fill',
    source: 'lakes',
    paint: { 'fill-color': palette.water, 'fill-outline-color': palette.river },
  },
  {
    id: 'canals',
    type: 'line',
    source: 'rivers',
    filter: ['>=', ['get', 'lv'], 5],
    minzoom: 7,
    paint: { 'line-color': palette.river, 'line-opacity': 0.55, 'line-width': 0.9, 'line-dasharray': [4, 2] },
  },
  {
    id: 'rivers',
    type: 'line',
    source: 'rivers',
    filter: ['<', ['get', 'lv'], 5],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': palette.river,
      'line-opacity': ['match', ['get', 'lv'], [1, 2], 0.95, 0.7],
      'line-width': [
        'interpolate',
        ['linear'],
        ['zoom'],
        5,
        ['match', ['get', 'lv'], 1, 1.2, 2, 0.8, 0.4],
        9,
        ['match', ['get', 'lv'], 1, 3, 2, 2.2, 1.3],
        13,
        ['match', ['get', 'lv'], 1, 5, 2, 3.6, 2.2],
      ],
    },
  },
]

const borders = (): LayerSpecification[] => [
  {
    id: 'region-borders',
    type: 'line',
    source: 'borders',
    filter: ['==', ['get', 'kind'], 'region'],
    paint: {
      'line-color': palette.regionBorder,
      'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.7, 10, 1.6],
      'line-dasharray': [4, 2],
    },
  },
  {
    id: 'state-borders',
    type: 'line',
    source: 'borders',
    filter: ['==', ['get', 'kind'], 'state'],
    paint: { 'line-color': palette.stateBorder, 'line-width': 1.1 },
  },
  {
    id: 'national-border-glow',
    type: 'line',
    source: 'borders',
    filter: ['==', ['get', 'kind'], 'uzbekistan'],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': palette.nationalBorder,
      'line-opacity': 0.12,
      'line-width': ['interpolate', ['linear'], ['zoom'], 5, 5, 10, 14],
      'line-blur': 4,
    },
  },
  {
    id: 'national-border',
    type: 'line',
    source: 'borders',
    filter: ['==', ['get', 'kind'], 'uzbekistan'],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': palette.nationalBorder,
      'line-opacity': 0.8,
      'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1, 10, 2],
    },
  },
  {
    id: 'focus-border',
    type: 'line',
    source: 'regions',
    filter: ['==', ['get', 'iso'], focusRegion],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': palette.accent,
      'line-opacity': 0.6,
      'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1, 10, 2],
    },
  },
]

/** The dark control-room map: a lit region in a dim country, no glyph server and no sprite, nothing from a network. */
export const basemapStyle = (language: MapLanguage): StyleSpecification => ({
  version: 8,
  name: 'navbatchi-dark',
  'font-faces': fontFaces(),
  sources: { ...basemapSources(), ...gridSource },
  layers: [
    ...ground(),
    ...water(),
    ...borders(),
    ...townDots(),
    anchor('ground'),
    ...nameLayers(language),
    anchor('low'),
    anchor('middle'),
    anchor('high'),
  ],
})
