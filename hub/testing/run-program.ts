import { spawn } from 'node:child_process'

/** Runs one of the README's commands to its end. Resolves with its exit code and all its output. */
export async function runProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    env: { ...process.env, ...env },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { status, text }
}
