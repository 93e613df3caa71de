import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { fontFaces } from './basemap-fonts'
import { type MapLanguage, nameLayers, townDots } from './basemap-labels'
import { basemapSources } from './basemap-sources'
import { gridLayer, gridSource } from './grid-layer'
import type { MapPalette } from './palette'
import { focusRegion } from './region'

/**
 * Where a feature's layer goes. `ground`: beneath the towns' names (areas, the mass of points).
 * `low`, `middle`, `high`: above them, in this order.
 */
export type MapLevel = 'ground' | 'low' | 'middle' | 'high'

/**
 * The invisible layer that marks the upper edge of a level; a new layer goes directly beneath it.
 */
export const levelAnchor = (level: MapLevel): string => `level-${level}`

const anchor = (level: MapLevel): LayerSpecification => ({
  id: levelAnchor(level),
  type: 'background',
  layout: { visibility: 'none' },
})

const ground = (palette: MapPalette): LayerSpecification[] => [
  { id: 'abroad', type: 'background', paint: { 'background-color': palette.abroad } },
  {
    id: 'land',
    type: 'fill',
    source: 'regions',
    paint: {
      // One layer for both colours, without smoothed edges (borders cover them): without a graphics
      // card every full-size pass costs a tenth of a frame.
      'fill-color': ['match', ['get', 'iso'], focusRegion, palette.focus, palette.land],
      'fill-antialias': false,
    },
  },
  {
    id: 'relief',
    type: 'raster',
    source: 'relief',
    maxzoom: 10.5,
    paint: {
      // The source has one height per 9 km: from zoom 9 on it would only be a smear, so it fades
      // out.
      'raster-opacity': [
        'interpolate',
        ['linear'],
        ['zoom'],
        5,
        palette.relief,
        7.5,
        palette.relief * 0.9,
        9,
        palette.relief * 0.55,
        10.5,
        0,
      ],
      'raster-fade-duration': 0,
      'raster-resampling': 'linear',
    },
  },
  gridLayer(palette),
]

const water = (palette: MapPalette): LayerSpecification[] => [
  {
    id: 'lakes',
    type: 'fill',
    source: 'lakes',
    paint: { 'fill-color': palette.water, 'fill-outline-color': palette.river },
  },
  {
    id: 'rivers',
    type: 'line',
    source: 'rivers',
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': palette.river,
      'line-width': [
        'interpolate',
        ['linear'],
        ['zoom'],
        5,
        ['case', ['get', 'major'], 1.2, 0.7],
        9,
        ['case', ['get', 'major'], 3, 1.8],
        13,
        ['case', ['get', 'major'], 5, 3],
      ],
    },
  },
]

const borders = (palette: MapPalette): LayerSpecification[] => [
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

/**
 * The control-room map: the unit's region stands out in a dim country. No glyph server, no sprites,
 * nothing from a network.
 */
export const basemapStyle = (language: MapLanguage, palette: MapPalette): StyleSpecification => ({
  version: 8,
  name: 'navbatchi',
  'font-faces': fontFaces(),
  sources: { ...basemapSources(), ...gridSource },
  layers: [
    ...ground(palette),
    ...water(palette),
    ...borders(palette),
    ...townDots(palette),
    anchor('ground'),
    ...nameLayers(language, palette),
    anchor('low'),
    anchor('middle'),
    anchor('high'),
  ],
})
