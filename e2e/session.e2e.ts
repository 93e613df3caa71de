import { expect, test } from '@playwright/test'
import {
  newDataFolder,
  openConsole,
  type RunningConsole,
  removeFolder,
} from '../scripts/drive/console'
import { type RunningHub, startHub } from '../scripts/drive/hub'
import type { Site } from '../shared/sites/site'
import { rowOf } from './desk'
import { sendAsPanel } from './panel'
import { sitesNearPosts } from './places'

const folders = [newDataFolder(), newDataFolder()] as const
let hub: RunningHub
let desk: RunningConsole

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  hub = await startHub(folders[0])
  desk = await openConsole({ data: folders[1] })
})
test.afterAll(async () => {
  await desk?.close()
  await hub?.stop()
  for (const folder of folders) removeFolder(folder)
})

test('whoever signs in after another sees what is theirs: officer, supervisor, trainer', async () => {
  const { page, ready } = desk
  const [first, second] = sitesNearPosts(2)
  if (!first || !second) throw new Error('The demo region has no sites near a post')
  const signOut = page.getByRole('button', { name: 'Sign out' })
  const alarmAt = ({ account }: Site, sequence: string) =>
    sendAsPanel(ready.dc09.tcp, { token: 'SIA-DCS', account, data: 'NBA01', sequence })

  // By mouse. A supervisor decides.
  await signOut.click()
  await page.getByRole('button', { name: /^shift supervisor/i }).click()
  await expect(signOut).toBeVisible()
  await alarmAt(first, '0001')
  await rowOf(page, first.name).click()
  await page.keyboard.press('a')
  await expect(rowOf(page, first.name)).toContainText('no team sent')

  // By key. A trainer watches.
  await page.keyboard.press('Control+Shift+L')
  await page.getByRole('button', { name: /^trainer/i }).click()
  await expect(signOut).toBeVisible()
  await expect(rowOf(page, first.name)).toContainText('no team sent')
  await alarmAt(second, '0002')
  await rowOf(page, second.name).click()
  await page.keyboard.press('a')
  await expect(page.getByText(/This needs the role/).first()).toBeVisible()
  await expect(rowOf(page, second.name)).not.toContainText('no team sent')
})

test('another hub is chosen at the desk, missed when it dies at the sign-in, and left again', async () => {
  const { page } = desk
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Choose another hub' }).click()
  await page.getByLabel('Address of the hub').fill('http://hub.example:7410')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/passwords in the clear/)).toBeVisible()
  await page.getByLabel('Address of the hub').fill(hub.http)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Hub: ${hub.http}`)).toBeVisible()
  await hub.stop()
  await expect(page.getByText(`The hub at ${hub.http} cannot be reached`)).toBeVisible()
  await page.getByRole('button', { name: 'Choose another hub' }).click()
  await page.getByRole('button', { name: /own hub/ }).click()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
})
