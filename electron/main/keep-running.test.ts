import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { type Child, keepRunning } from './keep-running'
import { silentLog } from './log'

function keeping() {
  const clock = createManualClock()
  const children: { die: (code: number) => void; ended: boolean; killed: boolean }[] = []
  const deaths: number[] = []
  const start = (): Child => {
    const state = { die: (_code: number) => {}, ended: false, killed: false }
    children.push(state)
    return {
      onMessage: () => {},
      onExit: (listener) => {
        state.die = listener
      },
      post: () => {},
      end: () => {
        state.ended = true
      },
      kill: () => {
        state.killed = true
        state.die(9)
      },
    }
  }
  const kept = keepRunning({
    name: 'hub',
    clock,
    log: silentLog,
    start,
    onStarted: () => {},
    onDied: (_code, rest) => deaths.push(rest),
  })
  return { clock, children, deaths, kept }
}

describe('a process that is kept running', () => {
  it('is started again when it dies, after a rest that grows', () => {
    const { clock, children, deaths } = keeping()
    for (let life = 0; life < 7; life++) {
      children.at(-1)?.die(1)
      clock.advance(5_000)
    }
    expect(children).toHaveLength(8)
    expect(deaths).toEqual([100, 500, 1_000, 2_000, 5_000, 5_000, 5_000])
  })
  it('is forgiven its deaths once it lived well', () => {
    const { clock, children, deaths } = keeping()
    children.at(-1)?.die(1)
    clock.advance(5_000)
    clock.advance(120_000)
    children.at(-1)?.die(1)
    expect(deaths).toEqual([100, 100])
  })
  it('ends in order when it is stopped, and stays ended', async () => {
    const { clock, children, kept } = keeping()
    const stopping = kept.stop()
    expect(children[0]).toMatchObject({ ended: true, killed: false })
    children[0]?.die(0)
    await stopping
    clock.advance(60_000)
    expect(children).toHaveLength(1)
  })
  it('is put down when it does not end', async () => {
    const { clock, children, kept } = keeping()
    const stopping = kept.stop()
    clock.advance(5_000)
    await stopping
    expect(children[0]?.killed).toBe(true)
  })
  it('is started without a rest when somebody asks, and only once', () => {
    const { clock, children, kept } = keeping()
    kept.startNow()
    expect(children).toHaveLength(1)
    children[0]?.die(1)
    kept.startNow()
    expect(children).toHaveLength(2)
    clock.advance(60_000)
    expect(children).toHaveLength(2)
  })
})
