import { createInterface } from 'node:readline'
import { utilityProcess } from 'electron'
import type { Child } from './keep-running'

/**
 * Starts a utility process. Its output goes to stderr, because stdout is reserved for the ready
 * line. Lines that match `noise` are dropped: we report in our own words what a system library
 * prints there.
 */
export function startUtility(
  path: string,
  name: string,
  words: readonly string[],
  noise?: RegExp,
): Child {
  const child = utilityProcess.fork(path, [...words], {
    serviceName: name,
    stdio: ['ignore', 'pipe', noise ? 'pipe' : 'inherit'],
  })
  child.stdout?.pipe(process.stderr)
  if (child.stderr && noise)
    createInterface({ input: child.stderr as NodeJS.ReadableStream }).on('line', (line) => {
      if (!noise.test(line)) process.stderr.write(`${line}\n`)
    })
  return {
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    post: (message) => child.postMessage(message),
    end: () => void child.kill(),
    // Electron offers no harder way to end it. The system ends a hanging process together with its
    // parent.
    kill: () => void (child.pid === undefined ? child.kill() : process.kill(child.pid, 'SIGKILL')),
  }
}
