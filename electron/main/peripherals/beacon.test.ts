import { describe, expect, it } from 'vitest'
import type { BeaconState } from '../../../shared/ipc/contract'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import { createBeacon, type SerialLine } from './beacon'
import { decodeRelay } from './beacon-codec'

const turn = async () => {
  for (let step = 0; step < 20; step++) await Promise.resolve()
}

async function relay(present = true) {
  const clock = createManualClock()
  const board = { present, on: null as boolean | null, writes: 0, pull: (_reason: string) => {} }
  const states: BeaconState[] = []
  const open = async (): Promise<SerialLine> => {
    if (!board.present) throw new Error('no such device')
    return {
      async write(bytes) {
        if (!board.present) throw new Error('gone')
        board.writes += 1
        board.on = decodeRelay(bytes).at(-1)?.on ?? null
      },
      onGone: (listener) => {
        board.pull = listener
      },
      close: async () => {},
    }
  }
  const beacon = createBeacon({
    clock,
    path: '/dev/relay',
    open,
    onState: (state) => states.push(state),
  })
  await turn()
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 500) {
      clock.advance(500)
      await turn()
    }
  }
  return { clock, board, states, beacon, pass }
}

describe('the beacon', () => {
  it('is told off when it is found, and follows what is wanted at once', async () => {
    const { board, beacon } = await relay()
    expect(board.on).toBe(false)
    beacon.want(true)
    await turn()
    expect(board.on).toBe(true)
    expect(beacon.state()).toEqual({
      phase: 'ready',
      on: true,
      text: 'The relay at /dev/relay is told on',
    })
  })
  it('is told its state again every half minute, since a board that lost power does not say so', async () => {
    const { board, beacon, pass } = await relay()
    beacon.want(true)
    await turn()
    board.on = null
    await pass(30_000)
    expect(board.on).toBe(true)
  })
  it('says that it does not work, and comes back by itself when it is plugged in again', async () => {
    const { board, beacon, pass, states } = await relay()
    board.present = false
    board.pull('unplugged')
    beacon.want(true)
    await pass(10_000)
    expect(beacon.state()).toMatchObject({
      phase: 'failed',
      text: expect.stringContaining('/dev/relay'),
    })
    expect(states.filter(({ phase }) => phase === 'failed').length).toBeLessThanOrEqual(2)
    board.present = true
    await pass(2_000)
    expect(board.on).toBe(true)
    expect(beacon.state().phase).toBe('ready')
  })
  it('is waited for when it is not there at the start', async () => {
    const { board, beacon, pass } = await relay(false)
    expect(beacon.state().phase).toBe('failed')
    board.present = true
    await pass(2_000)
    expect(beacon.state().phase).toBe('ready')
  })
  it('turns for a second when it is tried out, and goes on as before', async () => {
    const { board, beacon, pass } = await relay()
    beacon.test()
    await turn()
    expect(board.on).toBe(true)
    await pass(1_000)
    expect(board.on).toBe(false)
    beacon.want(true)
    beacon.test()
    await pass(1_500)
    expect(board.on).toBe(true)
  })
  it('is dark when the console ends', async () => {
    const { board, beacon, pass } = await relay()
    beacon.want(true)
    await turn()
    await beacon.stop()
    expect(board.on).toBe(false)
    const { writes } = board
    await pass(60_000)
    expect(board.writes).toBe(writes)
  })
})
