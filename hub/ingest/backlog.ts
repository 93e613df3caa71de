import type { StreamItem } from '../../shared/dc09/frame-splitter'
import type { Detail } from '../../shared/signals/detail-codes'
import { inOneTurn, onTheSpot, type Turns } from './turns'

/** Bytes that count as one message. Frames of real panels have a hundred or two. */
const usual = 256

/** Items that came together. `why` gives what stood between messages. */
interface Arrived {
  readonly items: readonly StreamItem[]
  readonly why: Detail
  taken: number
}

export interface BacklogParts {
  readonly turns: Turns
  take(item: StreamItem, why: Detail): void
  mayTake(): boolean
  /** Called when nothing waits any more. */
  emptied(): void
}

/**
 * Messages read from one stream and not yet taken. One segment may hold a thousand. They are taken
 * in order, some in each turn of the event loop, and only as many as may be under way. The stream
 * is not read meanwhile, so that no more than one segment ever waits here.
 */
export function createBacklog({ turns, take, mayTake, emptied }: BacklogParts) {
  let waiting: Arrived[] = []
  let asked = false

  /** Takes as many as fit in one turn. */
  const takeSome = (arrived: Arrived, most: number): number => {
    let left = most
    for (let item = arrived.items[arrived.taken]; item; item = arrived.items[arrived.taken]) {
      if (left <= 0 || !mayTake()) break
      arrived.taken += 1
      left -= 1 + Math.floor(item.bytes.length / usual)
      take(item, arrived.why)
    }
    return left
  }
  const turn = () => {
    asked = false
    let left = inOneTurn
    for (let [first] = waiting; first; [first] = waiting) {
      left = takeSome(first, left)
      if (first.taken < first.items.length) break
      waiting.shift()
    }
    if (waiting.length === 0) emptied()
    else goOn()
  }
  const goOn = () => {
    if (asked || waiting.length === 0 || !mayTake()) return
    asked = true
    turns.add(turn)
  }

  return {
    isEmpty: () => waiting.length === 0,
    add(items: readonly StreamItem[], why: Detail): void {
      const arrived = { items, why, taken: 0 }
      if (waiting.length === 0) takeSome(arrived, onTheSpot)
      if (arrived.taken < items.length) waiting.push(arrived)
      goOn()
    },
    goOn,
    drop(): void {
      waiting = []
    },
  }
}
