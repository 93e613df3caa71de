import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it } from 'vitest'
import { spawnOwned } from './owned.mjs'

const module = join(import.meta.dirname, 'owned.mjs')
const cwd = process.cwd()
/** Says its process id and stays. */
const staying = 'console.log(process.pid); setInterval(() => {}, 1000)'
const owner = `
  import { spawnOwned } from ${JSON.stringify(module)}
  spawnOwned(process.execPath, ['-e', ${JSON.stringify(staying)}], { cwd: '.', stdio: ['inherit', 'inherit'] })
  setInterval(() => {}, 1000)`

const owners: ChildProcess[] = []
afterEach(() => {
  for (const started of owners.splice(0)) started.kill('SIGKILL')
})

/** Starts an owner; resolves with it and the id of what it owns. */
async function startOwner(script = owner) {
  const started = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  owners.push(started)
  const [line] = (await once(createInterface({ input: started.stdout }), 'line')) as [string]
  return { started, owned: Number(line) }
}

const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('a program that is owned', () => {
  it.each(['SIGKILL', 'SIGINT'] as const)('goes when its owner ends by %s', async (signal) => {
    const { started, owned } = await startOwner()
    expect(isThere(owned)).toBe(true)
    started.kill(signal)
    await expect.poll(() => isThere(owned), { timeout: 5_000 }).toBe(false)
  })

  it('goes when its owner fails', async () => {
    const { started, owned } = await startOwner(`${owner}
 process.stdin.once('data', () => process.exit(1))`)
    started.stdin?.write('fail\n')
    await expect.poll(() => isThere(owned), { timeout: 5_000 }).toBe(false)
  })

  it('is heard, has the process id it was started under, and ends with its own code', async () => {
    const child = spawnOwned(
      process.execPath,
      ['-e', 'console.log(process.pid); process.exitCode = 3'],
      { cwd },
    )
    if (!child.stdout) throw new Error('no stdout')
    const [[line], [code]] = await Promise.all([
      once(createInterface({ input: child.stdout }), 'line'),
      once(child, 'exit'),
    ])
    expect([Number(line), code]).toEqual([child.pid, 3])
  })
})
