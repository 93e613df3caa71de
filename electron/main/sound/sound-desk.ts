import type { DeskSound } from '../../../shared/sound/desk-sound'
import { noSoundYet, type SoundState, type SoundTest } from '../../../shared/sound/sound-state'
import type { Voice } from '../../../shared/sound/voices'
import type { Wanted } from '../../../shared/sound/wanted'
import type { Clock } from '../../../shared/timeline/clock-port'
import { type Child, keepRunning } from '../keep-running'
import type { Log } from '../log'
import { beatEvery, type SoundOrder, type SoundReport, soundReportSchema } from './sound-words'

/** A sound process that does not report on a test within this time, ms, cannot be heard either. */
const testPatience = 6_000

export interface SoundDeskPorts {
  readonly clock: Clock
  readonly log: Log
  readonly start: () => Child
  readonly desk: DeskSound
  readonly onState: (state: SoundState) => void
}

export interface SoundDesk {
  want(wanted: readonly Wanted[]): void
  set(desk: DeskSound): void
  test(why: SoundTest['why']): Promise<SoundState>
  state(): SoundState
  stop(): Promise<void>
}

export function createSoundDesk({ clock, log, start, desk, onState }: SoundDeskPorts): SoundDesk {
  let state: SoundState = { ...noSoundYet, desk }
  let wanted: readonly Wanted[] = []
  let child: Child | null = null
  let testing: { readonly ended: Promise<void>; end(failed: string | null): void } | null = null
  const become = (part: Partial<SoundState>) => {
    state = { ...state, ...part }
    onState(state)
  }
  const order = (next: SoundOrder) => child?.post(next)

  function hear(report: SoundReport): void {
    switch (report.type) {
      case 'device':
        found(report.device)
        return
      case 'begun':
        begun(report.voice)
        return
      case 'tested':
        testing?.end(report.reason)
    }
  }

  function begun(voice: Voice): void {
    if (voice === 'no-console') log.error({}, 'The main process was silent; the desk sounded so')
    else if (voice !== 'test' && voice !== state.voice) become({ voice })
  }

  function found(device: Extract<SoundReport, { type: 'device' }>['device']): void {
    const text = device.phase === 'ready' ? device.name : device.reason
    if (device.phase === state.device && text === state.text) return
    if (device.phase === 'ready') log.info({ device: text }, 'Alarms can be heard at this desk')
    else log.error({ reason: text }, 'No audio device: alarms cannot be heard at this desk')
    become({ device: device.phase, text })
  }

  function beginTest(why: SoundTest['why']) {
    let tellEnd = () => {}
    const ended = new Promise<void>((resolve) => {
      tellEnd = resolve
    })
    const end = (failed: string | null) => {
      cancel()
      testing = null
      log.info({ why, failed }, 'The sound of this desk was tested')
      become({ test: { at: clock.now(), why, failed } })
      tellEnd()
    }
    const cancel = clock.after(testPatience, () => end('The sound process does not answer'))
    order({ type: 'test' })
    return { ended, end }
  }

  let cancelBeat = () => {}
  const beat = () => {
    order({ type: 'beat' })
    cancelBeat = clock.after(beatEvery, beat)
  }
  const kept = keepRunning({
    name: 'sound',
    clock,
    log,
    start,
    onStarted(started) {
      child = started
      started.onMessage((message) => hear(soundReportSchema.parse(message)))
      order({ type: 'volume', volume: state.desk.volume })
      order({ type: 'want', wanted: [...wanted] })
      if (testing) order({ type: 'test' })
    },
    onDied(code) {
      child = null
      become({ device: 'missing', text: `The sound process ended with ${code}`, voice: null })
    },
  })
  beat()

  return {
    want(next) {
      wanted = next
      order({ type: 'want', wanted: [...next] })
      const goesOn = next.some(({ voice }) => voice === state.voice)
      if (state.voice !== null && !goesOn) become({ voice: null })
    },
    set(next) {
      order({ type: 'volume', volume: next.volume })
      become({ desk: next })
    },
    async test(why) {
      testing ??= beginTest(why)
      await testing.ended
      return state
    },
    state: () => state,
    stop() {
      cancelBeat()
      return kept.stop()
    },
  }
}
