import { describe, expect, it } from 'vitest'
import type { LinkState } from '../../../shared/ipc/contract'
import { usualSound } from '../../../shared/sound/desk-sound'
import type { SoundState } from '../../../shared/sound/sound-state'
import { officer, officer2, raised, site, sites } from '../../../shared/testing/builders'
import { roomOf } from '../../../shared/testing/given'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import type { Child } from '../keep-running'
import { silentLog } from '../log'
import { createConductor } from './conductor'
import { createSoundDesk } from './sound-desk'
import type { SoundOrder, SoundReport } from './sound-words'

const turn = async () => {
  for (let step = 0; step < 20; step++) await Promise.resolve()
}

/** The main process' side; the sound process is played by the test. */
function desk() {
  const clock = createManualClock(100_000)
  const orders: SoundOrder[] = []
  const states: SoundState[] = []
  const process = {
    started: 0,
    says: (_report: SoundReport) => {},
    dies: (_code: number) => {},
  }
  const start = (): Child => {
    process.started += 1
    return {
      onMessage: (listener) => {
        process.says = listener
      },
      onExit: (listener) => {
        process.dies = listener
      },
      post: (order) => orders.push(order as SoundOrder),
      end: () => {},
      kill: () => {},
    }
  }
  const sound = createSoundDesk({
    ...{ clock, log: silentLog, start, desk: usualSound },
    onState: (state) => states.push(state),
  })
  const all = createConductor(clock, sound)
  const conductor = all.unit('unit-1')
  const wanted = () =>
    orders.flatMap((order) => (order.type === 'want' ? [order.wanted.map((w) => w.voice)] : []))
  return { clock, orders, states, process, sound, conductor, all, wanted }
}

const start = sites(site('site-1'), site('site-2'))
const live: LinkState = {
  phase: 'live',
  since: 0,
  hub: 'hub',
  you: officer,
  storage: { ok: true, text: '', since: 0 },
}
const lost: LinkState = { phase: 'lost', since: 70, hub: 'hub', said: null, you: officer }
const holdUp = raised('a1', 'site-1', { kind: 'hold-up', priority: 1 })
const shown = (link: LinkState, ...past: Parameters<typeof roomOf>) => ({
  ...{ room: roomOf(start, ...past), link, offset: 0 },
})

describe('the sound of a desk', () => {
  it('is asked for with the entry that raises an alarm, and once', () => {
    const { conductor, wanted, clock } = desk()
    clock.advance(500)
    conductor.show(shown(live, holdUp))
    expect(wanted().at(-1)).toEqual(['hold-up'])
    const asked = wanted().length
    conductor.show(shown(live, holdUp))
    clock.advance(5_000)
    expect(wanted()).toHaveLength(asked)
  })
  it('is looked at a few times while a storm changes the room a hundred times, the last included', () => {
    const { conductor, wanted, clock } = desk()
    const before = wanted().length
    for (let turn = 0; turn < 100; turn++) {
      conductor.show(shown(live, ...(turn % 2 ? [holdUp] : [])))
      clock.advance(1)
    }
    clock.advance(40)
    expect(wanted().length - before).toBeLessThanOrEqual(4)
    expect(wanted().at(-1)).toEqual(['hold-up'])
  })
  it('goes on in a sound process that died and was started again', () => {
    const { conductor, process, orders, wanted, clock } = desk()
    conductor.show(shown(live, holdUp))
    clock.advance(40)
    orders.splice(0)
    process.dies(139)
    clock.advance(1_000)
    expect(process.started).toBe(2)
    expect(orders[0]).toEqual({ type: 'volume', volume: usualSound.volume })
    expect(wanted()).toEqual([['hold-up']])
  })
  it('is said to be missing while the sound process is dead', () => {
    const { process, sound } = desk()
    process.says({ type: 'device', device: { phase: 'ready', name: 'system' } })
    expect(sound.state().device).toBe('ready')
    process.dies(139)
    expect(sound.state().device).toBe('missing')
  })
  it('tells the sound process every second that the main process lives', () => {
    const { orders, clock } = desk()
    orders.splice(0)
    clock.advance(5_000)
    expect(orders.filter(({ type }) => type === 'beat')).toHaveLength(5)
  })
  it('says what sounds, and that nothing does', () => {
    const { conductor, process, sound, clock } = desk()
    conductor.show(shown(live, holdUp))
    clock.advance(40)
    process.says({ type: 'begun', voice: 'hold-up' })
    expect(sound.state().voice).toBe('hold-up')
    conductor.show(shown(live))
    clock.advance(40)
    expect(sound.state().voice).toBeNull()
  })
})

describe('several units at one desk', () => {
  it('sound as one, each with its own news', () => {
    const { all, conductor, orders, clock } = desk()
    const other = all.unit('unit-2')
    const marks = () =>
      orders.flatMap((order) => (order.type === 'want' ? order.wanted.map((w) => w.mark) : []))
    const third = (id: string) => raised(id, 'site-1', { kind: 'tamper', priority: 3 })
    conductor.show(shown(live, raised('x', 'site-2', { priority: 4 }), third('a1')))
    clock.advance(40)
    other.show(shown(live, third('b1')))
    clock.advance(40)
    expect(marks().slice(-2)).toEqual([1, 2])
  })
  it('are silent once they are given up', () => {
    const { conductor, wanted, clock } = desk()
    conductor.show(shown(live, holdUp))
    clock.advance(40)
    conductor.left()
    expect(wanted().at(-1)).toEqual([])
  })
})

describe('the loss of the hub', () => {
  it('is quiet once it was heard, and sounds at the next loss', () => {
    const { conductor, wanted, clock } = desk()
    conductor.show(shown(lost))
    clock.advance(40)
    expect(wanted().at(-1)).toEqual(['no-hub'])
    conductor.lossHeard()
    expect(wanted().at(-1)).toEqual([])
    conductor.show(shown({ ...lost, since: 500 }))
    clock.advance(40)
    expect(wanted().at(-1)).toEqual(['no-hub'])
  })
})

describe('the sound of a desk is tested', () => {
  const tests = (orders: readonly SoundOrder[]) => orders.filter(({ type }) => type === 'test')
  it('when an officer signs in, and not again after a loss of the hub', () => {
    const { conductor, orders, process } = desk()
    const answer = () => process.says({ type: 'tested', reason: null })
    conductor.show(shown(live))
    answer()
    conductor.show(shown(lost))
    conductor.show(shown(live))
    expect(tests(orders)).toHaveLength(1)
  })
  it('when the next officer signs in', () => {
    const { conductor, orders, process } = desk()
    conductor.show(shown(live))
    process.says({ type: 'tested', reason: null })
    conductor.show(shown({ phase: 'signed-out', since: 5, hub: 'hub', said: null }))
    conductor.show(shown({ ...live, you: officer2 }))
    expect(tests(orders)).toHaveLength(2)
  })
  it('and keeps what came of it: when, what for, and why not', async () => {
    const { conductor, process, sound, clock } = desk()
    conductor.show(shown(live))
    process.says({ type: 'tested', reason: 'no such device' })
    await turn()
    expect(sound.state().test).toEqual({
      ...{ at: clock.now(), why: 'sign-in', failed: 'no such device' },
    })
  })
  it('by key, and a process that does not answer has failed', async () => {
    const { sound, clock } = desk()
    const asked = sound.test('key')
    clock.advance(6_000)
    expect((await asked).test).toMatchObject({ why: 'key', failed: expect.any(String) })
  })
})
