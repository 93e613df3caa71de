import { spawn } from 'node:child_process'

/**
 * The shell becomes the program, under the same process id. What it leaves behind reads the pipe
 * whose other end only the owner holds: when the owner ends, however it ends, the pipe closes and
 * the program is asked to end too.
 */
const watched = `command -v "$1" >/dev/null || { echo "ENOENT: there is no program $1" >&2; exit 127; }
exec 9<&0
(read -r _ <&9; kill "$$") >/dev/null 2>&1 3>&- &
exec "$@" </dev/null 9<&-`

/** Where there is no such shell a program is ended by its owner alone. */
const hasShell = process.platform !== 'win32'

/**
 * Starts a program that does not outlive us, not even when we are killed. The one way in which what
 * we start is owned.
 * @type {typeof import('./owned.d.mts').spawnOwned}
 */
export const spawnOwned = (command, args, { cwd, env, stdio = [], detached = false }) => {
  const [out = 'pipe', err = 'pipe', ...more] = stdio
  const options = { cwd, env, detached, stdio: [hasShell ? 'pipe' : 'ignore', out, err, ...more] }
  const child = hasShell
    ? spawn('/bin/sh', ['-c', watched, 'sh', command, ...args], options)
    : spawn(command, args, options)
  // The pipe tells of its end by being closed; that nobody reads it any more is no news.
  child.stdin?.on('error', () => undefined)
  const end = () => child.kill('SIGTERM')
  process.once('exit', end)
  child.once('exit', () => process.removeListener('exit', end))
  return child
}
