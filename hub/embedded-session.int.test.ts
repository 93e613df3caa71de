import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runEmbedded } from './embedded'

it('keeps secrets with the key its console hands it, and gives it new sessions while it runs on', async () => {
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
  say({
    data,
    httpPort: 0,
    dc09Port: 0,
    demo: true,
    demoTeams: 2,
    keychain: { key: 'a1'.repeat(32) },
  })
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
  expect(await (await fetch(`${ready?.http}/metrics`)).text()).toContain('navbatchi_secrets_open 1')
  await stop()
  expect(codes).toEqual([0])
  rmSync(data, { recursive: true, force: true })
})
