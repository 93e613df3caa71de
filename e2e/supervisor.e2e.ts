import type { ChildProcess } from 'node:child_process'
import { expect, test } from '@playwright/test'
import {
  newDataFolder,
  openConsole,
  type RunningConsole,
  removeFolder,
} from '../scripts/drive/console'
import { demoPassword, type RunningHub, startHub } from '../scripts/drive/hub'
import { end, start } from '../scripts/drive/programs'
import { cardOf, queueOf, rowOf, signIn } from './desk'
import { sendAsPanel } from './panel'
import { sitesNearPosts } from './places'

const folders = [newDataFolder(), newDataFolder()] as const
let hub: RunningHub
let desk: RunningConsole
let cars: ChildProcess
const [near, far] = sitesNearPosts(2)
if (!near || !far) throw new Error('The demo region has no sites near a post')

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  hub = await startHub(folders[0])
  // Slow cars: the team must still be on its way when it is sent elsewhere.
  cars = start('scripts/simulate/main.ts', [
    ...['--dc09', `127.0.0.1:${hub.dc09Port}`, '--http', hub.http],
    ...['--rate', '0', '--teams', '48', '--car-speed', '10'],
  ])
  desk = await openConsole({ data: folders[1], hub: hub.http })
  await signIn(desk.page, 'demo-supervisor', demoPassword)
})
test.afterAll(async () => {
  if (cars) await end(cars)
  await desk?.close()
  await hub?.stop()
  for (const folder of folders) removeFolder(folder)
})

test('the supervisor takes a team from one incident to another, with a reason both logs keep', async () => {
  const { page } = desk
  await expect(page.getByText('No open alarms')).toBeVisible()
  const panel = { token: 'SIA-DCS', sequence: '0001' } as const
  await sendAsPanel(hub.dc09Port, { ...panel, account: near.account, data: 'NBA01' })
  await rowOf(page, near.name).click()
  await page.keyboard.press('d')
  await expect(rowOf(page, near.name)).toContainText('dispatched')
  await sendAsPanel(hub.dc09Port, { ...panel, account: far.account, data: 'NHA02' })
  await rowOf(page, far.name).click()
  await page.keyboard.press('a')
  await expect(rowOf(page, far.name)).toContainText('no team sent')

  await rowOf(page, near.name).click()
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(`${near.name} is left without a team`)
  await dialog.getByText('The other incident is graver').click()
  await dialog.getByRole('button', { name: 'Reassign', exact: false }).click()

  await expect(rowOf(page, far.name)).toContainText('dispatched')
  await expect(rowOf(page, near.name)).toContainText('no team sent')
  await expect(cardOf(page)).toContainText('The other incident is graver')
  await rowOf(page, far.name).click()
  await expect(cardOf(page)).toContainText('The other incident is graver')
})

test('the shift is replayed in a window of its own, where nothing can be done', async () => {
  const { page } = desk
  // The crew answers seconds after its dispatch, which by then is in the console's own copy: what a
  // replay is made of.
  await expect(rowOf(page, far.name)).toContainText(/[A-Z]+-\d+ (acknowledged|en route)/)
  await page.keyboard.press('Shift+R')
  await page.getByRole('dialog').getByRole('button', { name: 'Last 15 minutes' }).click()
  await expect.poll(async () => (await desk.pages()).length).toBe(2)
  const replay = (await desk.pages()).find((other) => other.url().includes('replay='))
  if (!replay) throw new Error('There is no replay window')
  await expect(replay.getByText('Recorded past. Nothing here is happening now.')).toBeVisible()

  // To the end of the recording: the room as it was when the window was opened.
  await replay.getByRole('slider', { name: 'Position in the recording' }).press('End')
  await expect(rowOf(replay, far.name)).toContainText(
    /[A-Z]+-\d+ (dispatched|acknowledged|en route)/,
  )
  await rowOf(replay, far.name).click()
  await replay.keyboard.press('n')
  await expect(replay.getByRole('dialog')).toHaveCount(0)

  // And back to before anything had happened.
  await replay.getByRole('slider', { name: 'Position in the recording' }).press('Home')
  await expect(queueOf(replay).getByRole('option')).toHaveCount(0)

  // Live goes on untouched.
  await expect(rowOf(page, far.name)).toBeVisible()
  await expect(page.getByText('Recorded past')).toHaveCount(0)
})
