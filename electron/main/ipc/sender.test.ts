import { describe, expect, it } from 'vitest'
import { originOf, senderFault } from './sender'

const windows = new Map([[7, 'live']])
const ours = { windowId: 7, frameUrl: 'app://console/index.html?replay=1-2', isMainFrame: true }

describe('the sender of a message', () => {
  it('is heard when it is the page of a window of ours', () =>
    expect(senderFault(ours, 'app://console', windows)).toBeNull())
  it('is not heard from a window nobody made', () =>
    expect(senderFault({ ...ours, windowId: 8 }, 'app://console', windows)).toContain(
      'none of ours',
    ))
  it('is not heard from a frame inside the page', () =>
    expect(senderFault({ ...ours, isMainFrame: false }, 'app://console', windows)).toContain(
      'frame',
    ))
  it('is not heard from another origin, however alike it looks', () => {
    expect(
      senderFault({ ...ours, frameUrl: 'https://console/index.html' }, 'app://console', windows),
    ).toContain('https://console')
    expect(
      senderFault({ ...ours, frameUrl: 'app://console.evil/' }, 'app://console', windows),
    ).toContain('evil')
  })
  it('is not heard once its frame is gone', () =>
    expect(senderFault({ ...ours, frameUrl: null }, 'app://console', windows)).toContain('gone'))
})

describe('the origin of an address', () => {
  it('is scheme and host, also for a scheme of our own', () =>
    expect(originOf('app://console/a/b')).toBe('app://console'))
  it('is the text itself when it is no address', () =>
    expect(originOf('nonsense')).toBe('nonsense'))
})
