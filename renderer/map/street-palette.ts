import type { MapTheme } from './palette'

/** The colours of a street map in one theme: grey enough that an alarm is what stands out. */
export interface StreetPalette {
  readonly green: string
  readonly built: string
  readonly water: string
  readonly building: string
  readonly buildingEdge: string
  readonly motorway: string
  readonly main: string
  readonly street: string
  readonly path: string
  readonly rail: string
  readonly casing: string
  readonly text: string
  readonly number: string
  readonly halo: string
}

const dark: StreetPalette = {
  green: '#13291f',
  built: '#1b2733',
  water: '#0b2c44',
  building: '#24323f',
  buildingEdge: '#33444f',
  motorway: '#7d6a45',
  main: '#5d6a76',
  street: '#44515d',
  path: '#3b4853',
  rail: '#55626e',
  casing: '#0d151c',
  text: '#c3cfda',
  number: '#a5b5c3',
  halo: '#0b131a',
}

const light: StreetPalette = {
  green: '#d5e6cf',
  built: '#e8e6e1',
  water: '#b7d4e8',
  building: '#d9d2c6',
  buildingEdge: '#bcb3a4',
  motorway: '#f0b765',
  main: '#ffd98a',
  street: '#ffffff',
  path: '#c9c2b6',
  rail: '#9aa3ab',
  casing: '#b3aca0',
  text: '#22303b',
  number: '#3f4c57',
  halo: '#f6f8fa',
}

const contrast: StreetPalette = {
  green: '#04240f',
  built: '#101820',
  water: '#00325c',
  building: '#22303d',
  buildingEdge: '#8c98a3',
  motorway: '#e0b050',
  main: '#c7d0d8',
  street: '#94a1ad',
  path: '#6d7a86',
  rail: '#aab4bd',
  casing: '#000000',
  text: '#ffffff',
  number: '#ffffff',
  halo: '#000000',
}

export const streetPalettes: Readonly<Record<MapTheme, StreetPalette>> = { dark, light, contrast }
