import type { Clock } from '../../../shared/timeline/clock-port'
import { fileSink } from './file-sink'
import type { OutputDevice } from './output-device'
import { pacedOutput } from './paced-output'
import { playerSink, players } from './player-sink'
import { systemOutput } from './system-output'

/** This machine's sound outputs, best first; a file to play into replaces all of them. */
export function outputsOf(clock: Clock, file: string | undefined): readonly OutputDevice[] {
  if (file !== undefined) return [pacedOutput('file', clock, fileSink(file))]
  const others = process.platform === 'linux' ? players : []
  return [
    systemOutput,
    ...others.map((player) => pacedOutput(player.program, clock, playerSink(player))),
  ]
}
