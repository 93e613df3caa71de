import { expect, it } from 'vitest'
import { site } from '../testing/builders'
import { roughPlace } from './rough-place'

const rows = [
  site('site-1', { town: 'Qarshi', address: 'Navoiy street 12', location: { lon: 65, lat: 38 } }),
  site('site-2', { town: 'Qarshi', address: 'Navoiy street 30', location: { lon: 67, lat: 40 } }),
  site('site-3', { town: 'Kitob', address: 'Bogʻ street 1', location: { lon: 60, lat: 30 } }),
]
it('A place guessed from an address is the middle of the sites that share most of its words', () => {
  expect(roughPlace(rows, 'Qarshi, Navoiy, by the market')).toEqual({ lon: 66, lat: 39 })
  expect(roughPlace(rows, 'Қарши Навоий 30')).toEqual({ lon: 67, lat: 40 })
})
it('Nothing is guessed from an address that shares no word with any site', () =>
  expect(roughPlace(rows, 'Mars')).toBeNull())
