/**
 * The colours of the map in one theme. They match renderer/ui/tokens.css, since a WebGL style
 * cannot read CSS variables. A test checks that text has at least 7:1 on land and water.
 */
export interface MapPalette {
  /** Beyond Uzbekistan: like the window behind the panels, so that the country stands out. */
  readonly abroad: string
  readonly land: string
  /** The region the unit answers for. */
  readonly focus: string
  readonly water: string
  readonly river: string
  readonly riverLabel: string
  readonly stateBorder: string
  readonly nationalBorder: string
  readonly regionBorder: string
  /** Around the region the unit answers for. */
  readonly accent: string
  readonly grid: string
  readonly text: string
  readonly textStrong: string
  readonly textSecondary: string
  readonly textAbroad: string
  readonly regionLabel: string
  readonly halo: string
  /** Visibility of the mountains, 0 to 1. */
  readonly relief: number
}

const dark: MapPalette = {
  abroad: '#0a1016',
  land: '#111b24',
  focus: '#172635',
  water: '#0b2c44',
  river: '#24597c',
  riverLabel: '#7fb0d0',
  stateBorder: '#4a6178',
  nationalBorder: '#8aa3b8',
  regionBorder: '#3d5a75',
  accent: '#2ec4b6',
  grid: '#6d8aa3',
  text: '#dfe8f0',
  textStrong: '#f2f7fb',
  textSecondary: '#a5b5c3',
  textAbroad: '#97a6b4',
  regionLabel: '#9aaebf',
  halo: '#0b131a',
  relief: 0.9,
}

const light: MapPalette = {
  abroad: '#d3dbe2',
  land: '#dbe2e8',
  focus: '#f2f5f7',
  water: '#b7d4e8',
  river: '#6fa3c6',
  riverLabel: '#154a6c',
  stateBorder: '#6d7f8e',
  nationalBorder: '#4c5c69',
  regionBorder: '#8c9ba8',
  accent: '#00776c',
  grid: '#6d7f8e',
  text: '#14202a',
  textStrong: '#0f1820',
  textSecondary: '#33404b',
  textAbroad: '#37434d',
  regionLabel: '#37434d',
  halo: '#f6f8fa',
  relief: 0.25,
}

const contrast: MapPalette = {
  abroad: '#000000',
  land: '#0b0f13',
  focus: '#141d26',
  water: '#00325c',
  river: '#4da3e0',
  riverLabel: '#b5dcff',
  stateBorder: '#aab4bd',
  nationalBorder: '#ffffff',
  regionBorder: '#8c98a3',
  accent: '#5cf2df',
  grid: '#aab4bd',
  text: '#ffffff',
  textStrong: '#ffffff',
  textSecondary: '#f2f5f7',
  textAbroad: '#d5dbe0',
  regionLabel: '#d5dbe0',
  halo: '#000000',
  relief: 0,
}

/** By theme, with the screen's names for themes. */
export const palettes = { dark, light, contrast } as const
export type MapTheme = keyof typeof palettes
