import { utilityProcess } from 'electron'
import type { Child } from './keep-running'

/** Starts a utility process. What it prints goes to stderr: stdout belongs to the ready line. */
export function startUtility(path: string, name: string, words: readonly string[]): Child {
  const child = utilityProcess.fork(path, [...words], {
    serviceName: name,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout?.pipe(process.stderr)
  return {
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    post: (message) => child.postMessage(message),
    end: () => void child.kill(),
    // Electron offers no harder end than this; a process that hangs is ended by the system with its
    // parent.
    kill: () => void (child.pid === undefined ? child.kill() : process.kill(child.pid, 'SIGKILL')),
  }
}
