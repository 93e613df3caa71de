import { describe, expect, it } from 'vitest'
import { byLine, startChild } from './child.mjs'

const node = (script: string, onLine: (line: string) => void) =>
  startChild(process.execPath, ['-e', script], {
    cwd: process.cwd(),
    env: process.env,
    onOut: byLine(onLine),
    onErr: byLine(onLine),
  })

/** Starts the script and waits until it has said "up". */
const started = (script: string) =>
  new Promise<ReturnType<typeof node>>((up) => {
    const child = node(`${script}; setInterval(() => {}, 1000); console.log('up')`, (line) => {
      if (line === 'up') up(child)
    })
  })

describe('a program we started', () => {
  it('is heard line by line and ends with its code', async () => {
    const lines: string[] = []
    const child = node(
      "process.stdout.write('on'); console.log('e\\ntwo'); process.exit(3)",
      (line) => lines.push(line),
    )
    expect(await child.ended).toBe(3)
    expect(lines).toEqual(['one', 'two'])
  })
  it('may end in its own way when asked to stop', async () => {
    const child = await started("process.on('SIGTERM', () => process.exit(7))")
    await child.stop(20_000)
    expect(await child.ended).toBe(7)
  })
  it('is ended by force when it does not listen', async () => {
    const child = await started("process.on('SIGTERM', () => {})")
    await child.stop(50)
    expect(await child.ended).toBe(128)
  })
  it('that does not exist ends with a code of its own', async () => {
    const words: string[] = []
    const child = startChild('/nowhere/program', [], {
      cwd: process.cwd(),
      env: {},
      onErr: byLine((line) => words.push(line)),
    })
    expect(await child.ended).toBe(127)
    expect(words.join()).toContain('ENOENT')
  })
})
