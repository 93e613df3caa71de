import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ask } from '../../api/testing/ask'
import { startHub } from '../../start-hub'

let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'navbatchi-centre-'))
})
afterEach(() => rmSync(data, { recursive: true }))

let logged = ''
const log = pino(
  {},
  {
    write(line) {
      logged += line
    },
  },
)

const start = (key: string) =>
  startHub(
    { data, host: '127.0.0.1', httpPort: 0, dc09Port: 0, demo: false, maxJournalBytes: null },
    { log, env: { NAVBATCHI_BOOTSTRAP_ADMIN: 'chief:correct horse', NAVBATCHI_SECRETS_KEY: key } },
  )
const signIn = async (http: string) =>
  String(
    (await ask(`${http}/v1/sessions`, { body: { username: 'chief', password: 'correct horse' } }))
      .json.token,
  )

it('Whatever a centre sends again after a restart took effect once; a wrong key of the vault stops no alarm', async () => {
  const signals = [
    { id: 'n-1', account: '0001', table: 'cid', code: '130', qualifier: 'new', zone: '1' },
  ]
  const first = await start('a1'.repeat(32))
  const token = await signIn(first.http)
  const { json } = await ask(`${first.http}/v1/centres`, {
    token,
    body: { id: 'north', name: 'Northern centre' },
  })
  const key = String(json.key)
  const panelKey = { form: 'characters', key: 'PanelKeyOf16Byte' }
  expect(
    (await ask(`${first.http}/v1/accounts/0001/key`, { method: 'PUT', token, body: panelKey }))
      .status,
  ).toBe(204)
  const before = await ask(`${first.http}/v1/signals`, { token: key, body: { signals } })
  expect(before.json).toMatchObject({ results: [{ id: 'n-1', result: 'quarantined' }] })
  await first.stop()

  const second = await start('b2'.repeat(32))
  const again = await ask(`${second.http}/v1/signals`, {
    token: key,
    body: { signals: [...signals, { ...signals[0], id: 'n-2' }] },
  })
  const [earlier] = before.json.results as { signalId: string; seq: number }[]
  expect(again.json).toMatchObject({
    results: [
      { id: 'n-1', result: 'repeated', signalId: earlier?.signalId, seq: earlier?.seq },
      { id: 'n-2', result: 'quarantined' },
    ],
  })
  const health = await ask(`${second.http}/healthz`)
  expect(health.json).toMatchObject({
    status: 'ok',
    message: expect.stringContaining('not the one the secrets are sealed with'),
  })
  expect((await ask(`${second.http}/metrics`)).text).toContain('navbatchi_secrets_open 0')
  await second.stop()
  expect(logged).not.toMatch(/PanelKeyOf16Byte|nbc_|a1a1a1|b2b2b2/)
})
