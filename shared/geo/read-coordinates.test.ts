import { expect, it } from 'vitest'
import { readCoordinates } from './read-coordinates'

it('Coordinates are read latitude first, with points or commas, degrees and letters', () => {
  const here = { lat: 38.8612, lon: 65.7945 }
  for (const text of [
    '38.8612, 65.7945',
    '38.8612 65.7945',
    '38,8612 65,7945',
    '38,8612; 65,7945',
    ' 38.8612° N, 65.7945° E ',
  ])
    expect(readCoordinates(text), text).toEqual(here)
})
it('An address, an account number or a point that is nowhere is no coordinate', () => {
  for (const text of ['Navoi street 17', '1204', '17, 4 flat', '95.1, 65.7', ''])
    expect(readCoordinates(text), text).toBeNull()
})
