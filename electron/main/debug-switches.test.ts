import { describe, expect, it } from 'vitest'
import { debugSwitchRefusal } from './debug-switches'

describe('The packaged program', () => {
  it.each([
    '--remote-debugging-port=0',
    '--remote-debugging-port',
    '--remote-debugging-pipe',
    '-remote-debugging-port=9222',
    '/Remote-Debugging-Port=9222',
    '--REMOTE-DEBUGGING-PIPE',
    '--inspect',
    '--inspect=0.0.0.0:9229',
    '--inspect-brk',
    '--js-flags=--allow-natives-syntax',
    '--load-extension=/tmp/x',
    '--renderer-cmd-prefix=sh',
  ])('refuses %s in words', (word) => {
    expect(debugSwitchRefusal(['navbatchi', '--data', '/d', word], 'win32')).toContain(
      'is refused. Start it without',
    )
  })
  it('starts with its own options, those of the display, and what is no switch', () => {
    const argv = [
      'navbatchi',
      '--data',
      '/inspect',
      '--hub=https://hub/?--inspect',
      '--ozone-platform=x11',
      '--no-sandbox',
    ]
    expect(debugSwitchRefusal(argv, 'linux')).toBeNull()
    expect(debugSwitchRefusal(['navbatchi', '--', '--inspect'], 'linux')).toBeNull()
  })
})
