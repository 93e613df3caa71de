import { describe, expect, it } from 'vitest'
import { second } from '../../../shared/lang/instant'
import { pretendSha256 } from '../../../shared/testing/journal-contract'
import { createDuplicates } from './duplicates'

const cable = 'dc09-tcp 10.0.0.7'
const radio = 'dc09-udp 10.0.0.9'

interface Frame {
  readonly content: string
  readonly path?: string
  /** Seconds after the first. */
  readonly at?: number
  /** By the panel's clock, s. */
  readonly stamp?: number
  readonly slot?: string
}

/** Which frames of a panel are taken as events, all of one number. */
function taken(...frames: readonly (string | Frame)[]): string {
  const duplicates = createDuplicates(pretendSha256, () => null)
  return frames
    .map((frame, index) => {
      const {
        content,
        path = cable,
        at = index,
        stamp,
        slot = 'A1|-|0|0001',
      } = typeof frame === 'string' ? { content: frame } : frame
      const arrived = { slot, content, path, stamp: stamp === undefined ? null : stamp * second }
      const now = 1_000_000 * second + at * second
      if (duplicates.find(arrived, now) === undefined) {
        duplicates.remember(arrived, now, Promise.resolve([]))
        return content
      }
      duplicates.again(arrived)
      return '-'
    })
    .join(' ')
}
const by = (path: string, content: string, more: Partial<Frame> = {}): Frame => ({
  content,
  path,
  ...more,
})

describe('A frame like one of a moment ago, of the same number', () => {
  it('repeats the one just before, as often as it comes', () =>
    expect(taken('A', 'A', 'A')).toBe('A - -'))
  it('repeats the one just before by another path too', () =>
    expect(taken('A', by(radio, 'A'), 'A', by(radio, 'A'))).toBe('A - - -'))
  it('repeats it whatever the time that is on it, which a sender may set anew', () =>
    expect(taken({ content: 'A', stamp: 1 }, { content: 'A', stamp: 40 })).toBe('A -'))
  it('is an event of its own when another came in between', () =>
    expect(taken('A', 'B', 'A', 'A', 'B', 'B', 'A')).toBe('A B A - B - A'))
  it('is so when the panel never sets its clock', () =>
    expect(
      taken({ content: 'A', stamp: 0 }, { content: 'B', stamp: 0 }, { content: 'A', stamp: 0 }),
    ).toBe('A B A'))
  it('repeats what another number came in between of', () =>
    expect(taken('A', { content: 'B', slot: 'A1|-|0|0002' }, 'A')).toBe('A B -'))
})

describe('Two paths of a panel that never counts', () => {
  it('tell each event once, when one lags behind', () =>
    expect(taken('A', 'B', by(radio, 'A'), by(radio, 'B'))).toBe('A B - -'))
  it('tell each event once, frame by frame', () =>
    expect(taken('A', by(radio, 'A'), 'B', by(radio, 'B'), 'A', by(radio, 'A'))).toBe(
      'A - B - A -',
    ))
  it('tell of a third event by the path that had the first', () =>
    expect(taken('A', by(radio, 'A'), 'B', by(radio, 'B'), by(radio, 'A'))).toBe('A - B - A'))
  it('tell of a third event by a path on which the second came', () =>
    expect(taken('A', by(radio, 'B'), by(radio, 'A'))).toBe('A B A'))
  it('tell of a third event that was stamped after the second', () =>
    expect(
      taken({ content: 'A', stamp: 1 }, { content: 'B', stamp: 20 }, by(radio, 'A', { stamp: 38 })),
    ).toBe('A B A'))
  it('lag behind half a minute at most', () =>
    expect(taken('A', 'B', by(radio, 'A', { at: 31 }))).toBe('A B A'))
  it('are none where every frame comes from another address', () =>
    expect(taken(by('p 1', 'A'), by('p 2', 'B'), by('p 3', 'A'))).toBe('A B A'))
})
