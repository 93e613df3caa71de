import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runEmbedded } from './embedded'

it('gives its console a new session while it runs on, so that a long shift sees no end of one', async () => {
  const data = mkdtempSync(join(tmpdir(), 'navbatchi-embedded-'))
  const words: Record<string, unknown>[] = []
  const codes: number[] = []
  let say = (_message: unknown) => {}
  const stop = runEmbedded(
    {
      postMessage: (message) => words.push(message as Record<string, unknown>),
      on: (_name, listener) => {
        say = (message) => listener({ data: message })
      },
    },
    (code) => codes.push(code),
  )
  say({ data, httpPort: 0, dc09Port: 0, demo: true, demoTeams: 2 })
  await expect.poll(() => words.length, { timeout: 20_000 }).toBe(1)
  say({ session: true })
  await expect.poll(() => words.length, { timeout: 5_000 }).toBe(2)
  const [ready, renewed] = words
  expect(ready).toMatchObject({ ready: true, token: expect.any(String) })
  expect(renewed).toEqual({ token: expect.any(String) })
  expect(renewed?.token).not.toBe(ready?.token)
  const answer = await fetch(`${ready?.http}/v1/journal?after=0&limit=1`, {
    headers: { authorization: `Bearer ${renewed?.token}` },
  })
  expect(answer.status).toBe(200)
  await stop()
  expect(codes).toEqual([0])
  rmSync(data, { recursive: true, force: true })
})
