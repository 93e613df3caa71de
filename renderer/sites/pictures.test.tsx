// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { site, sites } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { PicturesDialog } from './PicturesDialog'

const plan = `${'1'.repeat(64)}.png`
const yard = `${'2'.repeat(64)}.jpg`

beforeEach(() => {
  let count = 0
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${++count}`)
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {})
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

function show(bytes: Uint8Array | null = Uint8Array.of(1)) {
  const bank = site('site-1', {
    pictures: [
      { picture: plan, caption: 'Ground floor' },
      { picture: yard, caption: 'Yard' },
    ],
  })
  const ports = createTestPorts(roomOf(sites(bank)), {
    dialog: { kind: 'site-pictures', siteId: 'site-1' },
  })
  ports.bridge.answer('site-picture', () => bytes)
  renderConsole(ports, <PicturesDialog siteId="site-1" />)
  return ports
}

describe('The pictures of a site', () => {
  it('are walked through with the arrows, round and round', async () => {
    show()
    await screen.findByRole('img', { name: 'Ground floor' })
    await userEvent.keyboard('{ArrowRight}')
    await screen.findByRole('img', { name: 'Yard' })
    await userEvent.keyboard('{ArrowRight}')
    await screen.findByRole('img', { name: 'Ground floor' })
    await userEvent.keyboard('{ArrowLeft}')
    await screen.findByRole('img', { name: 'Yard' })
  })
  it('are magnified with + and are whole again with 0', async () => {
    show()
    const picture = await screen.findByRole('img', { name: 'Ground floor' })
    await userEvent.keyboard('++')
    expect(picture.style.width).toBe('200%')
    await userEvent.keyboard('-')
    expect(picture.style.width).toBe('150%')
    await userEvent.keyboard('0')
    expect(picture.className).toBe('pictures__whole')
  })
  it('say that one is not here, where neither this desk nor a hub has it', async () => {
    show(null)
    await screen.findByRole('alert')
  })
  it('are not modal: the screen beside them stays alive', () => {
    show()
    expect(screen.getByRole('dialog').getAttribute('aria-modal')).toBeNull()
  })
})
