import { z } from 'zod'

/** Characters of a name that are examined: `urn:ogc:def:crs:OGC:1.3:CRS84` has 29. */
const longestName = 80

const name = z.string().transform((text) => text.slice(0, longestName))
const code = z
  .union([z.string(), z.number()])
  .transform((value) => `EPSG:${value}`.slice(0, longestName))

/** The forms in which software before RFC 7946 names the coordinate reference system. */
const crsSchema = z.union([
  name,
  z
    .object({ type: z.literal('link'), properties: z.object({ href: name }) })
    .transform(({ properties }) => properties.href),
  z.object({ properties: z.object({ name }) }).transform(({ properties }) => properties.name),
  z.object({ properties: z.object({ code }) }).transform(({ properties }) => properties.code),
  z.object({ properties: z.object({ urn: name }) }).transform(({ properties }) => properties.urn),
])

const wgs84 =
  /CRS:?84h?$|\b(?:EPSG|epsg)\b[^\d]*(?:[\d.]+[:/#])?(?:4326|4979)(?:\/|$)|^(?:GCS_)?WGS[ _]?(?:19)?84$/i

/**
 * The reference system of a collection if it is not WGS 84, otherwise null. A link is only read,
 * not followed.
 */
export function foreignSystem(crs: unknown): string | null {
  if (crs === undefined || crs === null) return null
  const named = crsSchema.safeParse(crs)
  if (!named.success) return 'a system its "crs" does not name'
  return wgs84.test(named.data) ? null : named.data
}
