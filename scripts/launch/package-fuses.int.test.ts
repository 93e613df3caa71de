import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../setup/paths.mjs'

it('The package is made with every fuse that keeps foreign code out', () => {
  const text = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
  const [, fuses = ''] = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(text) ?? []
  const set = new Map(
    [...fuses.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, value]) => [name, value]),
  )
  expect(Object.fromEntries(set)).toEqual({
    runAsNode: 'false',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    onlyLoadAppFromAsar: 'true',
    enableEmbeddedAsarIntegrityValidation: 'true',
    grantFileProtocolExtraPrivileges: 'false',
    enableCookieEncryption: 'true',
  })
})
