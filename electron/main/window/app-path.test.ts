import { describe, expect, it } from 'vitest'
import { appFile, contentSecurityPolicy, contentType } from './app-path'

const file = (url: string) => appFile('/opt/app/renderer', 'console', url)

describe('the file of an address', () => {
  it('is the one below the root', () =>
    expect(file('app://console/assets/a.js')).toBe('/opt/app/renderer/assets/a.js'))
  it('is index.html for the root, whatever the query says', () =>
    expect(file('app://console/?replay=1-2')).toBe('/opt/app/renderer/index.html'))
  it('undoes escapes', () =>
    expect(file('app://console/fonts/Noto%20Sans/0-255.pbf')).toContain('/Noto Sans/0-255.pbf'))
  it.each([
    'app://console/../../etc/passwd',
    'app://console/..%2f..%2fetc/passwd',
    'app://console/%2e%2e/%2e%2e/etc/passwd',
    'app://console/a/..%5c..%5cb',
    'app://console/a%00.js',
    'app://console/%zz',
    'app://elsewhere/index.html',
    'nonsense',
  ])('never leaves the root: %s', (url) => {
    const found = file(url)
    if (found !== null) expect(found.startsWith('/opt/app/renderer/')).toBe(true)
  })
  it('is none for an escaped way out, another host, a NUL or a broken escape', () => {
    for (const url of [
      'app://console/..%2fsecret',
      'app://elsewhere/a',
      'app://console/a%00',
      'app://console/%zz',
    ])
      expect(file(url)).toBeNull()
  })
})

describe('the content security policy', () => {
  it('allows no inline code, no eval and no other host', () => {
    expect(contentSecurityPolicy).toMatch(/^default-src 'none'/)
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/)
  })
})

describe('the content type', () => {
  it('follows the ending', () =>
    expect(contentType('/a/worker.MJS')).toBe('text/javascript; charset=utf-8'))
  it('is plain bytes for the unknown', () =>
    expect(contentType('/a/file.xyz')).toBe('application/octet-stream'))
})
