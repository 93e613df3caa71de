import { describe, expect, it } from 'vitest'
import { presentSpelling } from './apt.mjs'
import { debianPackages, missingFrom } from './shared-libraries.mjs'

const ldd = `/opt/electron/electron:
\tlinux-vdso.so.1 (0x00007ffc)
\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f)
\tlibnss3.so => not found
\tlibgtk-3.so.0 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
/opt/electron/libGLESv2.so:
\tlibnss3.so => not found
`

describe('missing shared libraries', () => {
  it('are read from what ldd says, each once', () => {
    expect(missingFrom(ldd)).toEqual(['libnss3.so', 'libgtk-3.so.0'])
  })
  it('become Debian packages, one package once', () => {
    expect(debianPackages(['libnss3.so', 'libnssutil3.so', 'libgtk-3.so.0'])).toEqual({
      packages: ['libnss3', 'libgtk-3-0'],
      unknown: [],
    })
  })
  it('are named when no package is known for them', () => {
    expect(debianPackages(['libodd.so.9'])).toEqual({ packages: [], unknown: ['libodd.so.9'] })
  })
  it('take the newer spelling where the system has it', () => {
    const has = new Set(['libgtk-3-0t64', 'libnss3'])
    expect(presentSpelling(['libgtk-3-0', 'libnss3'], (name) => has.has(name))).toEqual([
      'libgtk-3-0t64',
      'libnss3',
    ])
  })
})
