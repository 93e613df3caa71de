import { type Box, boxAround, type Extent, sharedArea } from './box'
import { createBoxIndex } from './box-index'
import type { ScreenPoint } from './flat-projection'

/** Something that must be seen whole. Lengths in CSS pixels. */
export interface Wanted {
  /** Where it truly is. */
  readonly point: ScreenPoint
  readonly size: Extent
  /**
   * `on`: at its point, or beside it if that is taken. `off`: on a leader, so that its point stays
   * free. `beside`: docked to the thing with this key.
   */
  readonly stands: 'on' | 'off' | { readonly beside: string }
  /** The keys by which others dock to it. */
  readonly keys?: readonly string[]
}

/** Something that may be covered when there is no other room: a town's name. */
export interface Soft {
  readonly box: Box
  /** The cost of each covered square pixel; one of another thing costs 1. */
  readonly cost: number
}

export interface Place {
  /** From its point to its middle. */
  readonly offset: ScreenPoint
  /** From its own point to the middle of what it is docked to; absent for everything else. */
  readonly dockedTo?: ScreenPoint
}

/** Lengths of leaders, from the point to the nearest edge of the box. */
const leaders = [14, 30, 50, 70, 100]
/** Above first, since towns' names stand beside their points. */
const directions: readonly ScreenPoint[] = [
  [-0.7, -0.7],
  [0.7, -0.7],
  [0, -1],
  [-0.7, 0.7],
  [0.7, 0.7],
  [0, 1],
  [1, 0],
  [-1, 0],
]
const gap = 8
const dockStep = 36
const mostDocked = 6

/**
 * Finds a place for everything without covering anything; those named first choose first. Where no
 * place is free, it takes the one that covers least.
 */
export function arrange(wanted: readonly Wanted[], names: readonly Soft[]): readonly Place[] {
  const taken = createBoxIndex<Soft>()
  for (const name of names) taken.add(name)
  const hosts = new Map<string, { readonly middle: ScreenPoint; readonly size: Extent }>()
  return wanted.map((one) => {
    const host = typeof one.stands === 'object' ? hosts.get(one.stands.beside) : undefined
    const candidates = host ? besideHost(host, one.size) : aroundPoint(one)
    const middle = cheapest(candidates, one.size, (box) => costOf(taken.near(box), box))
    taken.add({ box: boxAround(middle, one.size), cost: 1 })
    for (const key of one.keys ?? []) hosts.set(key, { middle, size: one.size })
    return {
      offset: from(one.point, middle),
      ...(host ? { dockedTo: from(one.point, host.middle) } : {}),
    }
  })
}

const from = ([x, y]: ScreenPoint, [toX, toY]: ScreenPoint): ScreenPoint => [toX - x, toY - y]

function* aroundPoint({ point: [x, y], size, stands }: Wanted): Generator<ScreenPoint> {
  if (stands !== 'off') yield [x, y]
  const lengths = stands === 'off' ? leaders.slice(1) : leaders
  for (const length of lengths)
    for (const [right, down] of directions)
      yield [x + right * (length + size.width / 2), y + down * (length + size.height / 2)]
}

function* besideHost(
  host: { readonly middle: ScreenPoint; readonly size: Extent },
  { width }: Extent,
): Generator<ScreenPoint> {
  const away = host.size.width / 2 + gap + width / 2
  const [x, y] = host.middle
  for (let n = 0; n < mostDocked; n += 1) yield [x + away, y + n * dockStep]
  for (let n = 0; n < mostDocked; n += 1) yield [x - away, y + n * dockStep]
}

function costOf(near: Iterable<Soft>, box: Box): number {
  let cost = 0
  for (const other of near) cost += sharedArea(box, other.box) * other.cost
  return cost
}

function cheapest(
  candidates: Iterable<ScreenPoint>,
  size: Extent,
  costAt: (box: Box) => number,
): ScreenPoint {
  let best: ScreenPoint = [0, 0]
  let least = Infinity
  for (const middle of candidates) {
    const cost = costAt(boxAround(middle, size))
    if (cost === 0) return middle
    if (cost < least) [best, least] = [middle, cost]
  }
  return best
}
