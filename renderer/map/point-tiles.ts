import type { PointSet } from './point-set'
import { pointTile, type TilePlace } from './point-tile'

/**
 * Serves sets of points to the map as tiles, so that of a hundred thousand points only those in
 * view are encoded, and none become objects of the page.
 */
export interface PointTiles {
  /** Serves a set under a name from now on. Returns its tiles' address, a new one each time. */
  serve(name: string, points: PointSet): string
  end(name: string): void
  /** Points of the set now served under this name that were put into tiles. */
  served(name: string): number
  /** The id of a feature's point; null when its set is no longer served. */
  idOf(name: string, feature: number): string | null
  /** The tile at a filled-in address; empty when nothing is served there. */
  answer(address: string): { readonly data: ArrayBuffer; readonly etag: string }
}

/** More points than a set may have: each order of points has its ids from a multiple of this. */
const idsOfOrder = 2 ** 24

interface Served {
  readonly points: PointSet
  readonly firstId: number
  count: number
}

/** `scheme` is that of its addresses. */
export function createPointTiles(scheme: string): PointTiles {
  const sets = new Map<string, Served>()
  let version = 0
  let orders = 0

  return {
    serve(name, points) {
      const before = sets.get(name)
      const same = before?.points.order === points.order
      if (!same) orders += 1
      sets.set(name, { points, firstId: same ? before.firstId : orders * idsOfOrder, count: 0 })
      version += 1
      return `${scheme}://${name}/${version}/{z}/{x}/{y}`
    },
    end: (name) => void sets.delete(name),
    served: (name) => sets.get(name)?.count ?? 0,
    idOf(name, feature) {
      const set = sets.get(name)
      if (!set) return null
      const at = feature - set.firstId
      return at >= 0 && at < set.points.count ? set.points.idAt(at) : null
    },
    answer(address) {
      const [name = '', , ...place] = address.slice(`${scheme}://`.length).split('/')
      const set = sets.get(name)
      if (!set) return { data: new ArrayBuffer(0), etag: '' }
      const { bytes, count } = pointTile(set.points, tileAt(place), set.firstId)
      set.count += count
      return { data: bytes.buffer, etag: etagOf(bytes) }
    },
  }
}

function tileAt(words: readonly string[]): TilePlace {
  const [z = Number.NaN, x = Number.NaN, y = Number.NaN] = words.map(Number)
  return { z, x, y }
}

/**
 * Equal for equal bytes: when a set changes, the map parses only the changed tiles. 64 bits of hash
 * and the length, compared with those of one earlier tile only.
 */
function etagOf(bytes: Uint8Array): string {
  let [low, high] = [0x811c9dc5, 0x01000193]
  for (const byte of bytes) {
    low = Math.imul(low ^ byte, 0x01000193)
    high = Math.imul(high ^ byte, 0x5bd1e995)
  }
  return [bytes.length, low >>> 0, high >>> 0].join('-')
}
