import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

/** Reads the JSON lines a program prints, one by one. */
export interface LineReader<Line> {
  /**
   * The first line, past or to come, that `fits` and was not taken before; rejects after `timeout`
   * ms or when the program ends.
   */
  next(fits: (line: Line) => boolean, timeout: number): Promise<Line>
}

/** Lines that are not JSON are skipped: they are log lines of others. */
export function linesOf<Line>(child: ChildProcess): LineReader<Line> {
  const unread: Line[] = []
  let wake = () => {}
  let ended = false
  if (!child.stdout) throw new Error('The program was started without a stdout pipe')
  createInterface({ input: child.stdout }).on('line', (text) => {
    if (!text.startsWith('{')) return
    unread.push(JSON.parse(text) as Line)
    wake()
  })
  child.once('exit', () => {
    ended = true
    wake()
  })
  return {
    async next(fits, timeout) {
      const deadline = Date.now() + timeout
      for (;;) {
        const index = unread.findIndex(fits)
        const found = unread[index]
        if (found !== undefined) {
          unread.splice(index, 1)
          return found
        }
        if (ended) throw new Error('The program ended before it said what was awaited')
        const left = deadline - Date.now()
        if (left <= 0) throw new Error('The program did not say in time what was awaited')
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
    },
  }
}
