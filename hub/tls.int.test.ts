import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { certificate, certificateFile } from '../node/testing/test-certificates'
import { parseHubOptions } from './options'
import { startHubProcess } from './testing/hub-process'
import { readTls } from './tls'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-tls-'))
afterAll(() => rmSync(folder, { recursive: true }))
const files = { cert: certificateFile('hub.pem'), key: certificateFile('hub.key') }

const statusOf = (url: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    request(url, { ca: certificate('authority.pem') }, (answer) =>
      resolve(answer.resume().statusCode),
    )
      .on('error', reject)
      .end()
  })

describe('A hub with a certificate', () => {
  it('speaks TLS to people and cars, and nothing else at that door', async () => {
    const args = ['--tls-cert', files.cert, '--tls-key', files.key, '--demo']
    const hub = await startHubProcess({ data: folder, args, log: () => {} })
    try {
      expect(hub.http).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
      expect(await statusOf(`${hub.http}/healthz`)).toBe(200)
      const plain = connect(Number(new URL(hub.http).port), '127.0.0.1')
      plain.on('error', () => {})
      plain.write('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')
      let heard = ''
      plain.on('data', (data) => {
        heard += data.toString('latin1')
      })
      await new Promise((resolve) => plain.on('close', resolve))
      expect(heard).not.toContain('status')
      expect(await statusOf(`${hub.http}/healthz`)).toBe(200)
    } finally {
      await hub.stop()
    }
  })
})

describe('Certificate and key', () => {
  const read = (change: Partial<typeof files>, now = Date.UTC(2026, 0)) => {
    let logged = ''
    const log = pino({
      level: 'warn',
      hooks: {
        streamWrite: (line) => {
          logged += line
          return ''
        },
      },
    })
    return { tls: readTls({ ...files, ...change }, now, log), logged: () => logged }
  }
  it('are read, and one that has expired or soon will is told to the log', () => {
    expect(read({}).logged()).toBe('')
    expect(read({ cert: certificateFile('expired.pem') }).logged()).toContain(
      'The certificate has expired',
    )
    expect(read({}, Date.UTC(2119, 11, 20)).logged()).toContain('expires soon')
  })
  it.each([
    [{ cert: '/nowhere/hub.pem' }, '--tls-cert: /nowhere/hub.pem cannot be read'],
    [{ key: certificateFile('hub.pem') }, 'cannot be used together'],
    [{ cert: certificateFile('make.sh') }, 'cannot be used together'],
  ])('that are not right end the start with a sentence: %j', (change, words) => {
    expect(() => read(change)).toThrow(words)
  })
  it('belong together on the command line', () => {
    expect(() => parseHubOptions(['--data', 'd', '--tls-cert', 'c'])).toThrow(
      '--tls-cert and --tls-key belong together',
    )
    expect(parseHubOptions(['--data', 'd', '--tls-cert', 'c', '--tls-key', 'k']).tls).toEqual({
      cert: 'c',
      key: 'k',
    })
  })
})
