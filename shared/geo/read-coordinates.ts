import type { Place } from './place'

const number = '(-?\\d{1,3}(?:[.,]\\d+)?)'
/** Two decimal numbers, latitude first, as people read them out and maps copy them. */
const pair = new RegExp(
  `^\\s*${number}\\s*°?\\s*[NСн]?\\s*(?:[;,]\\s*|\\s+)${number}\\s*°?\\s*[EВ]?\\s*$`,
  'iu',
)

/** `38.8612, 65.7945`, also with decimal commas; null for anything else. */
export function readCoordinates(text: string): Place | null {
  const found = pair.exec(text)
  if (!found) return null
  const [lat, lon] = [found[1], found[2]].map((part = '') => Number(part.replace(',', '.')))
  if (lat === undefined || lon === undefined) return null
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null
}
