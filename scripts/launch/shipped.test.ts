import { describe, expect, it } from 'vitest'
import { advisoriesIn, importedPackages, shippedPackages } from './shipped.mjs'

describe('What is shipped', () => {
  it('is what the sources import, types aside', () => {
    const source = `import fastify, { type FastifyReply } from 'fastify'
import type { Logger } from 'pino'
import '@fontsource/noto-sans/400.css'
import hubPath from './hub?modulePath'
import { join } from 'node:path'
import {
  io,
} from 'socket.io-client'`
    expect(importedPackages(source)).toEqual([
      'fastify',
      '@fontsource/noto-sans',
      'socket.io-client',
    ])
  })
  it('is also what that needs, whether it stands in dependencies or is bundled', () => {
    const packages = {
      '': { dependencies: { vitest: '1' } },
      'node_modules/fastify': { dependencies: { pino: '1' } },
      'node_modules/pino': { optionalDependencies: { thread: '1' } },
      'node_modules/fastify/node_modules/pino': { dependencies: { inner: '1' } },
      'node_modules/vitest': { dependencies: { chai: '1' } },
      'node_modules/electron': { dependencies: { fetcher: '1' } },
    }
    const shipped = shippedPackages(packages, ['electron', 'fastify'])
    expect([...shipped].sort()).toEqual(['electron', 'fastify', 'inner', 'pino', 'thread'])
  })
})

describe('A report of advisories', () => {
  it('says of each whether it concerns what is shipped', () => {
    const report = {
      vulnerabilities: {
        pino: { severity: 'high', via: [{ title: 'Leaks' }] },
        fastify: { severity: 'high', via: ['pino'] },
        chai: { severity: 'low', via: [{ title: 'Loops' }] },
      },
    }
    expect(advisoriesIn(JSON.stringify(report), new Set(['pino', 'fastify']))).toEqual([
      { name: 'pino', severity: 'high', title: 'Leaks', isShipped: true },
      { name: 'chai', severity: 'low', title: 'Loops', isShipped: false },
    ])
  })
  it.each(['', 'not found', '{"message":"request failed","error":{"code":"ENOAUDIT"}}', 'null'])(
    'that is none means that nobody could be asked: %j',
    (text) => expect(advisoriesIn(text, new Set())).toBeNull(),
  )
})
