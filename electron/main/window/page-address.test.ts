import { describe, expect, it } from 'vitest'
import { devServer, pageAddress } from './page-address'

const env = { ELECTRON_RENDERER_URL: 'http://localhost:5173' }

describe('the page of a window', () => {
  it('is our own', () => expect(pageAddress({}, false)).toBe('app://console/index.html'))
  it('comes from the development server while developing', () => {
    expect(devServer(env, false)).toBe('http://localhost:5173')
    expect(pageAddress(env, false)).toBe('http://localhost:5173')
  })
  it('is our own in an installed console, whatever the environment says', () => {
    expect(devServer(env, true)).toBeNull()
    expect(pageAddress(env, true)).toBe('app://console/index.html')
  })
})
