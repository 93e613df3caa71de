import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { withLock } from './lock.mjs'
import { cache } from './paths.mjs'

const name = `lock-test-${process.pid}`
const file = join(cache, `${name}.lock`)

/** No process has this number: Linux and macOS stop far below it. */
const nobody = 2_000_000_000

afterEach(() => rm(file, { force: true }))

describe('a lock', () => {
  it('lets the second wait until the first is done', async () => {
    const order: string[] = []
    let finish = () => {}
    const first = withLock(async () => {
      order.push('first begins')
      await new Promise<void>((done) => {
        finish = done
      })
      order.push('first ends')
    }, name)
    await expect.poll(() => order).toEqual(['first begins'])
    const second = withLock(async () => order.push('second'), name)
    finish()
    await Promise.all([first, second])
    expect(order).toEqual(['first begins', 'first ends', 'second'])
  })
  it('held by a process that is gone is taken over', async () => {
    await mkdir(cache, { recursive: true })
    await writeFile(file, JSON.stringify({ pid: nobody, host: hostname() }))
    expect(await withLock(async () => 'done', name)).toBe('done')
  })
  it('is given back when the work fails', async () => {
    await expect(withLock(() => Promise.reject(new Error('no luck')), name)).rejects.toThrow(
      'no luck',
    )
    expect(existsSync(file)).toBe(false)
  })
})
