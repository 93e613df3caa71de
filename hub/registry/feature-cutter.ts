import { UnreadableFile } from './read-text'

export interface CutFeature {
  readonly text: string
  readonly line: number
}

/**
 * Most characters of a feature, and of everything around the features: see `longestRow` in
 * read-csv.ts.
 */
const longest = 512 * 1024

/**
 * Features one after another, each a text by itself: RFC 8142 puts a record separator before each.
 */
const isSequence = (skeleton: string): boolean =>
  skeleton.startsWith('\u001e') || (/\}\{/.test(skeleton) && /"type":"Feature"[,}]/.test(skeleton))

/** The error for a file that is no FeatureCollection, worded by what stands beside its features. */
export const notACollection = (skeleton: string): UnreadableFile =>
  new UnreadableFile(
    isSequence(skeleton)
      ? 'This is a sequence of GeoJSON features (GeoJSONSeq, NDJSON), one text after the other; ' +
          'save it as one FeatureCollection, for example with ogr2ogr -f GeoJSON'
      : 'This is not a GeoJSON FeatureCollection, or it is not whole',
  )

/**
 * Cuts the features out of a FeatureCollection without parsing it as a whole, which would hold up
 * everything for a second. `skeleton` is the rest, with a 0 for each feature and without white
 * space: it is parsed at the end to check that the file was complete.
 */
export function createFeatureCutter() {
  let depth = 0
  let line = 1
  let inText = false
  let escaped = false
  /** The last text read beside the features: before a `[` it is the name of the list. */
  let name = ''
  let inFeatures = false
  let skeleton = ''
  let feature: { text: string; readonly line: number } | null = null

  const keep = (character: string) => {
    skeleton += character
    if (skeleton.length > longest) throw notACollection(skeleton)
  }

  const inside = (character: string) => {
    if (escaped) escaped = false
    else if (character === '\\') escaped = true
    else if (character === '"') inText = false
    if (feature) return
    if (inText) name += character
    keep(character)
  }

  const open = (character: string) => {
    depth += 1
    if (feature) return
    if (character === '{' && inFeatures && depth === 3) {
      feature = { text: '', line }
      return
    }
    if (character === '[' && depth === 2) inFeatures = name === 'features'
    keep(character)
  }

  const close = (character: string): boolean => {
    depth -= 1
    if (feature) return depth === 2
    if (depth === 1) inFeatures = false
    keep(character)
    return false
  }

  const outside = (character: string): boolean => {
    if (character === '"') {
      inText = true
      if (!feature) {
        name = ''
        keep(character)
      }
      return false
    }
    if (character === '{' || character === '[') open(character)
    else if (character === '}' || character === ']') return close(character)
    else if (!feature && character.trim() !== '') keep(character)
    return false
  }

  return {
    push(piece: string): CutFeature[] {
      const cut: CutFeature[] = []
      let from = 0
      for (let at = 0; at < piece.length; at += 1) {
        const character = piece.charAt(at)
        if (character === '\n') line += 1
        if (inText) {
          inside(character)
          continue
        }
        const before = feature
        const ended = outside(character)
        if (feature && !before) from = at
        if (!feature || !ended) continue
        cut.push({ text: feature.text + piece.slice(from, at + 1), line: feature.line })
        feature = null
        keep('0')
      }
      if (feature) feature.text += piece.slice(from)
      if (feature && feature.text.length > longest)
        throw new UnreadableFile(`The feature that begins in line ${feature.line} has no end`)
      return cut
    },
    skeleton: (): string => skeleton,
  }
}
