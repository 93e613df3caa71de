import type { Clock } from '../../../shared/timeline/clock-port'
import { pacedOutput } from './paced-output'

export function createFakeOutput(clock: Clock, name = 'fake') {
  const played: number[] = []
  const device = { present: true, opened: 0, pull: (_reason: string) => {} }
  const output = pacedOutput(name, clock, async (onGone) => {
    if (!device.present) throw new Error('no such device')
    device.opened += 1
    device.pull = (reason) => {
      device.present = false
      onGone(reason)
    }
    return {
      write(pcm) {
        const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength)
        for (let at = 0; at < pcm.byteLength; at += 2) played.push(view.getInt16(at, true))
      },
      close: async () => {},
    }
  })
  return {
    output,
    device,
    heard: () => Int16Array.from(played.splice(0)),
  }
}
