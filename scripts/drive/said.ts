import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const timeout = 60_000
const lookInterval = 100

/**
 * Waits for what a program says; each rejects with all that was said when it does not come in time.
 */
export interface Said {
  stdout(pattern: RegExp): Promise<string>
  stderr(pattern: RegExp): Promise<string>
  file(path: string, pattern: RegExp): Promise<string>
}

export function saidBy(child: ChildProcess): Said {
  const said = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk: Buffer) => {
    said.stdout += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    said.stderr += chunk.toString()
  })
  const find = async (text: () => string, pattern: RegExp): Promise<string> => {
    for (let waited = 0; waited < timeout; waited += lookInterval) {
      const found = pattern.exec(text())
      if (found) return found[0]
      await sleep(lookInterval)
    }
    throw new Error(`${pattern} was not said in time; this was: ${text()}`)
  }
  return {
    stdout: (pattern) => find(() => said.stdout, pattern),
    stderr: (pattern) => find(() => said.stderr, pattern),
    file: (path, pattern) =>
      find(() => (existsSync(path) ? readFileSync(path, 'utf8') : ''), pattern),
  }
}
