import type { Clock } from '../../../shared/timeline/clock-port'
import { createWatchdog } from '../link/watchdog'
import type { Fill, OutputDevice, OutputStream } from './output-device'

/** A device that requests no samples for this long has stopped, ms. */
const deviceSilence = 2_000
/** Delays between attempts to find a device, ms: short just after it was lost, then longer. */
const rests = [1_000, 2_000, 5_000, 15_000, 60_000] as const

export type Device =
  | { readonly phase: 'ready'; readonly name: string }
  | { readonly phase: 'missing'; readonly reason: string }

export interface PlayPorts {
  readonly clock: Clock
  readonly outputs: readonly OutputDevice[]
  readonly fill: Fill
  /** Called each time a device was found, and each time none was. */
  readonly onDevice: (device: Device) => void
}

/**
 * Keeps a device open and playing, even in silence. Amplifiers and screens that fall asleep swallow
 * the beginning of what wakes them. A lost device is also noticed before an alarm needs it.
 */
export function playOn({ clock, outputs, fill, onDevice }: PlayPorts): {
  openNow(): void
  stop(): Promise<void>
} {
  let stream: OutputStream | null = null
  let opening: Promise<void> | null = null
  let stopped = false
  let tries = 0
  let cancel = () => {}
  let watch = createWatchdog(clock, deviceSilence, () => {})
  watch.stop()

  async function open(): Promise<void> {
    const reasons: string[] = []
    for (const output of outputs) {
      try {
        await openOn(output)
        return
      } catch (error) {
        reasons.push(error instanceof Error ? error.message : String(error))
      }
    }
    const rest = rests[Math.min(tries, rests.length - 1)] ?? 0
    tries += 1
    onDevice({ phase: 'missing', reason: reasons[0] ?? 'There is no way to play a sound' })
    if (!stopped) cancel = clock.after(rest, openNow)
  }

  async function openOn(output: OutputDevice): Promise<void> {
    let opened: OutputStream | null = null
    const gone = (reason: string) => {
      if (stopped || stream !== opened) return
      stream = null
      watch.stop()
      void opened?.close().catch(() => {})
      onDevice({ phase: 'missing', reason })
      cancel = clock.after(rests[0], openNow)
    }
    const drawn = createWatchdog(clock, deviceSilence, () => gone('The device has stopped'))
    opened = await output.open((out) => {
      drawn.heard()
      fill(out)
    }, gone)
    if (stopped) {
      drawn.stop()
      await opened.close()
      return
    }
    stream = opened
    watch = drawn
    drawn.heard()
    tries = 0
    onDevice({ phase: 'ready', name: output.name })
  }

  function openNow(): void {
    if (stream || stopped) return
    cancel()
    opening ??= open().finally(() => {
      opening = null
    })
  }
  openNow()
  return {
    openNow,
    async stop() {
      stopped = true
      cancel()
      watch.stop()
      await opening
      await stream?.close()
    },
  }
}
