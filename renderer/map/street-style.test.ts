import { describe, expect, it } from 'vitest'
import { mapSchemas } from '../../shared/region-map/region-map'
import type { MapTheme } from './palette'
import { streetGround, streetName, streetNames } from './street-style'

const look = (schema: (typeof mapSchemas)[number], theme: MapTheme = 'dark') =>
  ({ schema, theme, language: 'ru' }) as const

describe.each(mapSchemas)('A street map in the %s schema', (schema) => {
  it('is drawn with roads, buildings, water, green, names and numbers of houses', () => {
    const ids = [...streetGround(look(schema)), ...streetNames(look(schema))].map(({ id }) => id)
    for (const part of ['main', 'street', 'building', 'water', 'green-0', 'names', 'numbers'])
      expect(ids).toContain(`street-${part}`)
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('has the same layers by day and by night, in other colours', () => {
    const [night, day] = [streetGround(look(schema)), streetGround(look(schema, 'light'))]
    expect(day.map(({ id }) => id)).toEqual(night.map(({ id }) => id))
    expect(day).not.toEqual(night)
  })
})

it('A street is named in the language of the officer, else as it is written on the spot', () => {
  expect(streetName('ru')).toEqual(['coalesce', ['get', 'name:ru'], ['get', 'name']])
  for (const language of ['uz-Latn', 'uz-Cyrl', 'en'] as const)
    expect(streetName(language).at(-1)).toEqual(['get', 'name'])
})
