import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks a second as Linux tells times of processes, whatever the machine. */
const ticks = 100

const childrenOf = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
      .split(' ')
      .filter((word) => word.trim() !== '')
      .map(Number),
  )

/** Of one process with all its threads, and of its children that have ended. */
function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
}

/**
 * What a process and all it started have taken of processors so far, ms (Linux): other work on the
 * machine makes this a little longer, where it makes the time that passes many times longer.
 */
export function processorTime(pid: number): number {
  try {
    const own = (ticksOf(pid) * 1_000) / ticks
    return childrenOf(pid).reduce((sum, child) => sum + processorTime(child), own)
  } catch {
    // It ended while it was looked at.
    return 0
  }
}
