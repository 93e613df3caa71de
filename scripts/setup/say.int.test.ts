import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const say = new URL('./say.mjs', import.meta.url)

describe('What the set-up says', () => {
  it('goes to stderr, since stdout belongs to the program that is set up', async () => {
    const script = `import { say, progress } from '${say}'; say('one step'); progress('a file', 5).end()`
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', script],
      {
        cwd: fileURLToPath(new URL('.', say)),
      },
    )
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: 'setup: one step\n' })
  })
})
