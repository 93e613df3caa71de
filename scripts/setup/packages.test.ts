import { describe, expect, it } from 'vitest'
import { firstDifference, type Locked } from './packages.mjs'

const debian = { os: 'linux', cpu: 'x64', libc: 'glibc' }
const zod: Locked = { version: '4.6.7', integrity: 'sha512-a' }
const native: Locked = {
  version: '1.0.0',
  integrity: 'sha512-n',
  optional: true,
  os: ['linux'],
  cpu: ['x64'],
  libc: ['glibc'],
}

const difference = (wanted: Record<string, Locked>, installed: Record<string, Locked>) =>
  firstDifference({ '': {}, ...wanted }, installed, debian)

describe('the packages and the lock file', () => {
  it('agree when each wanted package is there in its version', () => {
    expect(difference({ 'node_modules/zod': zod }, { 'node_modules/zod': zod })).toBeUndefined()
  })
  it('differ when one is missing', () => {
    expect(difference({ 'node_modules/zod': zod }, {})).toBe('zod is missing')
  })
  it('differ when one has another version, or another content under the same version', () => {
    const older = { ...zod, version: '4.6.6' }
    expect(difference({ 'node_modules/zod': zod }, { 'node_modules/zod': older })).toBe(
      'zod is 4.6.6, wanted 4.6.7',
    )
    const other = { ...zod, integrity: 'sha512-b' }
    expect(difference({ 'node_modules/zod': zod }, { 'node_modules/zod': other })).toContain(
      'zod is',
    )
  })
  it('differ when one is left over', () => {
    expect(difference({}, { 'node_modules/a/node_modules/@b/c': zod })).toBe(
      '@b/c is no longer wanted',
    )
  })
  it('agree without the binaries of other machines', () => {
    const others = {
      'node_modules/x-darwin': { ...native, os: ['darwin'] },
      'node_modules/x-arm': { ...native, cpu: ['arm64'] },
      'node_modules/x-musl': { ...native, libc: ['musl'] },
      'node_modules/x-wasm': { version: '1.0.0', optional: true },
    }
    expect(difference(others, {})).toBeUndefined()
  })
  it('differ without the binary of this machine, as in a node_modules copied from another', () => {
    expect(difference({ 'node_modules/x-linux': native }, {})).toBe('x-linux is missing')
  })
  it('follow npm in reading an exclusion', () => {
    const notWindows = { ...native, os: ['!win32'], cpu: ['!arm'] }
    expect(difference({ 'node_modules/x': notWindows }, {})).toBe('x is missing')
  })
})
