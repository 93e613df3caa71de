import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { processorTime } from './processor-time'

it('The processor time of a program counts what it started, too', async () => {
  const work = 'const end = process.cpuUsage().user + 3e5; while (process.cpuUsage().user < end);'
  const inside = `require('node:child_process').spawn(process.execPath,
    ['-e', ${JSON.stringify(`${work} console.log('done'); process.stdin.resume()`)}],
    { stdio: 'inherit' })`
  const program = spawn(process.execPath, ['-e', inside], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(program, 'exit')
  await once(program.stdout, 'data')
  expect(processorTime(program.pid ?? 0)).toBeGreaterThanOrEqual(290)
  program.stdin.end()
  await ended
})
