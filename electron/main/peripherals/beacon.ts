import type { BeaconState } from '../../../shared/ipc/contract'
import type { Clock } from '../../../shared/timeline/clock-port'
import { encodeRelay } from './beacon-codec'

/**
 * The state is written again this often, ms: a relay that lost power and came back must not stay
 * dark.
 */
const rewriteEvery = 30_000
/** A missing port is tried again after this time, ms: plugging the relay in must be enough. */
const retryAfter = 2_000
/** How long the beacon turns in a test, ms. */
const testPulse = 1_000
const channel = 1

export interface SerialLine {
  write(bytes: Uint8Array): Promise<void>
  onGone(listener: (reason: string) => void): void
  close(): Promise<void>
}
export type OpenLine = () => Promise<SerialLine>

/** The beacon on its relay. It keeps its last order whatever happens to the hub or the window. */
export interface Beacon {
  want(on: boolean): void
  /** Turns for a second, so that somebody can see it work. */
  test(): BeaconState
  state(): BeaconState
  stop(): Promise<void>
}

export interface BeaconPorts {
  readonly clock: Clock
  readonly path: string
  readonly open: OpenLine
  readonly onState: (state: BeaconState) => void
}

export function createBeacon({ clock, path, open, onState }: BeaconPorts): Beacon {
  let line: SerialLine | null = null
  let wanted = false
  let testing = false
  let stopped = false
  let cancel = () => {}
  let state: BeaconState = { phase: 'connecting', on: false, text: `Opening the relay at ${path}` }

  const become = (next: BeaconState) => {
    const same = next.phase === state.phase && next.on === state.on && next.text === state.text
    state = next
    if (!same) onState(next)
  }
  const later = (ms: number, then: () => Promise<void>) => {
    cancel()
    if (!stopped) cancel = clock.after(ms, () => void then())
  }

  function gone(reason: string): void {
    const lost = line
    line = null
    if (stopped) return
    // Closing the broken line frees the port's name for the next attempt.
    void lost?.close()
    become({
      phase: 'failed',
      on: false,
      text: `The relay at ${path} does not work: ${reason}. Trying again`,
    })
    later(retryAfter, connect)
  }

  async function connect(): Promise<void> {
    try {
      const opened = await open()
      if (stopped) return await opened.close()
      line = opened
      opened.onGone((reason) => line === opened && gone(reason))
      await write()
    } catch (error) {
      gone(wordsOf(error))
    }
  }

  async function write(): Promise<void> {
    const on = wanted || testing
    const through = line
    if (!through) return
    try {
      await through.write(encodeRelay({ channel, on }))
      if (through !== line) return
      become({ phase: 'ready', on, text: `The relay at ${path} is told ${on ? 'on' : 'off'}` })
      later(rewriteEvery, write)
    } catch (error) {
      if (through === line) gone(wordsOf(error))
    }
  }

  void connect()
  return {
    want(on) {
      if (on === wanted) return
      wanted = on
      void write()
    },
    test() {
      testing = true
      void write()
      clock.after(testPulse, () => {
        testing = false
        void write()
      })
      return state
    },
    state: () => state,
    async stop() {
      cancel()
      wanted = false
      testing = false
      await write()
      stopped = true
      cancel()
      await line?.close()
    },
  }
}

export const noBeacon: Beacon = {
  want: () => {},
  test: () => noBeacon.state(),
  state: () => ({
    phase: 'not-configured',
    on: false,
    text: 'No relay is configured on this machine',
  }),
  stop: async () => {},
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
