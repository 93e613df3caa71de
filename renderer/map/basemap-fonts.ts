import cyrillic400italic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-italic.woff2?url&no-inline'
import cyrillic400 from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url&no-inline'
import cyrillic600 from '@fontsource/noto-sans/files/noto-sans-cyrillic-600-normal.woff2?url&no-inline'
import cyrillicExt400italic from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-italic.woff2?url&no-inline'
import cyrillicExt400 from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff2?url&no-inline'
import cyrillicExt600 from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-600-normal.woff2?url&no-inline'
import latin400italic from '@fontsource/noto-sans/files/noto-sans-latin-400-italic.woff2?url&no-inline'
import latin400 from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url&no-inline'
import latin600 from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url&no-inline'
import latinExt400italic from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-italic.woff2?url&no-inline'
import latinExt400 from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url&no-inline'
import latinExt600 from '@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff2?url&no-inline'
import type { FontFacesSpecification } from 'maplibre-gl'
import { assetUrl } from './asset-url'

/**
 * Font stacks for `text-font`. A name with a bare number in it would make MapLibre shrink the text
 * to about 10 px.
 */
export const mapFonts = {
  regular: ['Map Regular'],
  strong: ['Map Semibold'],
  italic: ['Map Italic'],
} satisfies Record<string, string[]>

// The ranges of @fontsource/noto-sans/unicode.json that our four languages use. Қ, Ғ and Ҳ live in
// cyrillic-ext, and without these files a machine would draw them from whatever font it happens to
// have.
const latinRange = [
  'U+0000-00FF',
  'U+0131',
  'U+0152-0153',
  'U+02BB-02BC',
  'U+02C6',
  'U+02DA',
  'U+02DC',
  'U+2000-206F',
]
const latinExtRange = ['U+0100-0130', 'U+0132-0151', 'U+0154-02BA', 'U+02BD-02C5', 'U+1E00-1E9F']
const cyrillicRange = ['U+0301', 'U+0400-045F', 'U+0490-0491', 'U+04B0-04B1', 'U+2116']
const cyrillicExtRange = ['U+0460-048F', 'U+0492-04AF', 'U+04B2-052F']

interface Subsets {
  readonly latin: string
  readonly latinExt: string
  readonly cyrillic: string
  readonly cyrillicExt: string
}

const face = ({ latin, latinExt, cyrillic, cyrillicExt }: Subsets) => [
  { url: assetUrl(latin), 'unicode-range': latinRange },
  { url: assetUrl(cyrillic), 'unicode-range': cyrillicRange },
  { url: assetUrl(cyrillicExt), 'unicode-range': cyrillicExtRange },
  { url: assetUrl(latinExt), 'unicode-range': latinExtRange },
]

/**
 * Every label's font comes from our own files, so the map looks the same on a machine without
 * fonts.
 */
export const fontFaces = (): FontFacesSpecification => ({
  'Map Regular': face({
    latin: latin400,
    latinExt: latinExt400,
    cyrillic: cyrillic400,
    cyrillicExt: cyrillicExt400,
  }),
  'Map Semibold': face({
    latin: latin600,
    latinExt: latinExt600,
    cyrillic: cyrillic600,
    cyrillicExt: cyrillicExt600,
  }),
  'Map Italic': face({
    latin: latin400italic,
    latinExt: latinExt400italic,
    cyrillic: cyrillic400italic,
    cyrillicExt: cyrillicExt400italic,
  }),
})
