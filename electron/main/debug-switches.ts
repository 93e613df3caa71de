/**
 * Each lets whoever starts the program, or can reach a port on this machine, run their own code in
 * it.
 */
const opening = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-targets',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-wait',
  'inspect-port',
  'inspect-publish-uid',
  'debug',
  'debug-brk',
  'debug-port',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'allow-file-access-from-files',
  'browser-subprocess-path',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'wait-for-debugger-children',
]

/**
 * Why the packaged program refuses these arguments, or null. Chromium also accepts switches with
 * one dash and, on Windows, with a slash and in any case. It reads no switches after a lone `--`.
 */
export function debugSwitchRefusal(
  argv: readonly string[],
  platform: NodeJS.Platform,
): string | null {
  const form = platform === 'win32' ? /^(?:--?|\/)([a-z-]+)(?:=|$)/i : /^--?([a-z-]+)(?:=|$)/i
  const end = argv.indexOf('--')
  const words = end < 0 ? argv : argv.slice(0, end)
  for (const word of words) {
    const name = form.exec(word)?.[1]?.toLowerCase()
    if (name !== undefined && opening.includes(name))
      return `--${name} would let others run code in this console, and is refused. Start it without`
  }
  return null
}
