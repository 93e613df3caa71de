import { z } from 'zod'
import townsUrl from '../../resources/basemap/towns.geojson?url&no-inline'
import type { Soft } from './arrange'
import { assetUrl } from './asset-url'
import { type MapLanguage, nameProperty, ownTownSizes } from './basemap-labels'
import { worldProjection } from './flat-projection'
import type { Town } from './groups'
import { focusRegion } from './region'

const name = z.string()
const townsSchema = z.object({
  features: z.array(
    z.object({
      properties: z.object({
        iso: z.string().nullish(),
        rank: z.number(),
        uz: name,
        uzc: name,
        ru: name,
        en: name,
      }),
      geometry: z.object({ coordinates: z.array(z.number()) }),
    }),
  ),
})

export function readTowns(file: unknown): readonly Town[] {
  return townsSchema.parse(file).features.map(({ properties, geometry }) => {
    const { iso, rank, ...names } = properties
    return { at: geometry.coordinates, rank, own: iso === focusRegion, names }
  })
}

export const loadTowns = async (): Promise<readonly Town[]> =>
  readTowns(await (await fetch(assetUrl(townsUrl))).json())

/** From a town's point to its name, CSS pixels. */
const nameGap = 13
/** A name usually stands right of its point, otherwise left. */
const sides = [
  { way: 1, cost: 0.9 },
  { way: -1, cost: 0.15 },
] as const

/** Where our towns' names are at a zoom, for `arrange`. */
export function townNames(
  towns: readonly Town[],
  { zoom, language }: { readonly zoom: number; readonly language: MapLanguage },
  widthOf: (text: string, size: number) => number,
): readonly Soft[] {
  const project = worldProjection(zoom)
  return towns
    .filter(({ own }) => own)
    .flatMap(({ at, rank, names }) => {
      const [x, y] = project(at)
      const size = sizeAt(rank, zoom)
      const width = widthOf(names[nameProperty[language]] ?? '', size)
      return sides.map(({ way, cost }) => {
        const [one, other] = [x + way * nameGap, x + way * (nameGap + width)]
        const box = {
          left: Math.min(one, other),
          right: Math.max(one, other),
          top: y - size * 0.65,
          bottom: y + size * 0.65,
        }
        return { box, cost }
      })
    })
}

function sizeAt(rank: number, zoom: number): number {
  const n = Math.min(4, Math.max(1, rank)) - 1
  const [far = 14, near = 18] = [ownTownSizes.far[n], ownTownSizes.near[n]]
  const share = Math.min(1, Math.max(0, (zoom - 8) / 4))
  return far + (near - far) * share
}
