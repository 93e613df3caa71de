import { usualSound } from '../../../shared/sound/desk-sound'
import { createSequencer } from '../../../shared/sound/sequencer'
import type { Wanted } from '../../../shared/sound/wanted'
import type { Clock } from '../../../shared/timeline/clock-port'
import { createWatchdog } from '../link/watchdog'
import type { OutputDevice } from './output-device'
import { playOn } from './play-on'
import { mainSilence, type SoundReport, soundOrderSchema } from './sound-words'

/** Time a device has to take the test sound, ms. */
const testPatience = 3_000

export interface SoundServerPorts {
  readonly clock: Clock
  readonly outputs: readonly OutputDevice[]
  readonly post: (report: SoundReport) => void
}

/**
 * The logic of the sound process: takes orders and plays. It also watches the main process. If that
 * falls silent, a separate sound says so, since nothing else could.
 */
export function createSoundServer({ clock, outputs, post }: SoundServerPorts): {
  take(message: unknown): void
  stop(): Promise<void>
} {
  let wanted: readonly Wanted[] = []
  let mainHangs = false
  let endTest: ((reason: string | null) => void) | null = null
  const sequencer = createSequencer({
    volume: usualSound.volume,
    onBegun: (voice) => post({ type: 'begun', voice }),
    onTested: () => endTest?.(null),
  })
  const player = playOn({
    ...{ clock, outputs, fill: sequencer.fill },
    onDevice(device) {
      post({ type: 'device', device })
      if (device.phase === 'missing') endTest?.(device.reason)
    },
  })
  const watch = createWatchdog(clock, mainSilence, () => {
    mainHangs = true
    sequencer.want([{ voice: 'no-console', mark: clock.now() }])
  })
  watch.heard()

  function test(): void {
    if (endTest) return
    const cancel = clock.after(testPatience, () => endTest?.('The device takes no sound'))
    endTest = (reason) => {
      cancel()
      endTest = null
      post({ type: 'tested', reason })
    }
    sequencer.test()
    player.openNow()
  }

  return {
    take(message) {
      const order = soundOrderSchema.parse(message)
      watch.heard()
      if (order.type === 'want') wanted = order.wanted
      if (order.type === 'want' || mainHangs) sequencer.want(wanted)
      mainHangs = false
      if (order.type === 'volume') sequencer.setVolume(order.volume)
      if (order.type === 'test') test()
      if (order.type === 'want' && wanted.length > 0) player.openNow()
    },
    async stop() {
      watch.stop()
      await player.stop()
    },
  }
}
