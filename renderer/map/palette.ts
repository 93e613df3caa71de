/**
 * The colours of the map. They repeat tokens of renderer/ui/tokens.css: a WebGL style cannot read
 * CSS variables.
 */
export const palette = {
  /**
   * Beyond Uzbekistan: as dark as the window behind the panels, so that the country reads as the
   * lit part.
   */
  abroad: '#0a1119',
  land: '#14202c',
  /** The region the unit answers for. */
  focus: '#182c3c',
  water: '#0b2c44',
  river: '#24597c',
  riverLabel: '#5b9cc4',
  stateBorder: '#4a6178',
  nationalBorder: '#8aa3b8',
  regionBorder: '#3d5a75',
  accent: '#2ec4b6',
  grid: '#6d8aa3',
  text: '#d7e3ee',
  textStrong: '#f2f7fb',
  textSecondary: '#9db2c4',
  textAbroad: '#647a8d',
  regionLabel: '#6c889f',
  halo: '#0a1119',
} as const
