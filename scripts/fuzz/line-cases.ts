import { read685Line } from '../../shared/ademco685/read-line'
import { createFrameSplitter } from '../../shared/dc09/frame-splitter'
import { pick, type Random } from '../../shared/demo/random'
import { mlr2Header, system3Header } from '../../shared/surgard/line'
import { createLineSplitter } from '../../shared/surgard/line-splitter'
import { readSurgardLine } from '../../shared/surgard/read-line'
import type { LineReading } from '../../shared/surgard/reading'
import { ademcoSamples, surgardSamples } from './corpus'
import { mutated } from './mutate'
import { count, type Tally } from './tally'

/**
 * Changed receiver lines, through their splitters and readers. They have no checksum, so this
 * checks only that nothing throws.
 */
export function createLineCases(random: Random, tally: Tally): { next(): void } {
  const surgard = surgardSamples()
  const ademco = ademcoSamples()
  const all = [...surgard, ...ademco]
  const lines = createLineSplitter()
  const frames = createFrameSplitter()
  return {
    next() {
      const [sample, other] = [pick(random, all), pick(random, all)]
      const bytes = mutated(sample, random, other)
      for (const item of lines.push(bytes)) {
        if (item.kind !== 'frame') count(tally.refused, `line-${item.kind}`)
        else
          for (const width of [mlr2Header, system3Header])
            take(readSurgardLine(item.bytes, width), tally)
      }
      for (const item of frames.push(bytes)) {
        if (item.kind === 'frame') take(read685Line(item.bytes), tally)
        else count(tally.refused, `line-${item.kind}`)
      }
    },
  }
}

function take(reading: LineReading, tally: Tally): void {
  const accepted = reading.kind !== 'unread' && reading.kind !== 'unreadable'
  count(accepted ? tally.accepted : tally.refused, `line-${reading.kind}`)
}
