import { derivedOf } from '../lang/derived'
import { searchKey } from '../text/search-key'
import type { Site } from './site'

/** Words for a part of a building in the four languages, as search keys. */
const parts =
  'kv|kvartira|flat|apt|apartment|honadon|hona|room|ofis|office|kavat|etaj|floor|podezd|entrance'
/** `flat 9`, `kv. 9a`, `9-honadon`, at the end. */
const partAtEnd = new RegExp(
  `[\\s,;]+(?:(?:${parts})[\\s.№-]*\\d+\\p{L}?|\\d+\\p{L}?[\\s-]*(?:${parts}))\\s*$`,
  'u',
)

function withoutPart(address: string): string {
  const left = address.replace(partAtEnd, '')
  return left === address ? left : withoutPart(left)
}

interface Building {
  readonly key: string | null
}

const found = derivedOf(({ address, town }: Pick<Site, 'address' | 'town'>): Building => {
  const [inTown, house] = [town, address].map((text) => searchKey(text).trim())
  const rest = withoutPart((house ?? '').replace(/[\s,;]+$/, ''))
    .replace(/[\s,;]+/g, ' ')
    .trim()
  const plain = inTown && rest.endsWith(` ${inTown}`) ? rest.slice(0, -inTown.length - 1) : rest
  const key = withoutPart(` ${plain}`).trim()
  // A street without a house number is no building.
  return { key: /\d/.test(key) ? `${inTown} | ${key}` : null }
})

/**
 * Equal for all sites of one building: the town and the address without the flat, whatever the
 * spelling. Null when the address names no house.
 */
export const buildingOf = (site: Pick<Site, 'address' | 'town'>): string | null => found(site).key
