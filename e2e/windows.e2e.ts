import { expect, type Page, test } from '@playwright/test'
import {
  newDataFolder,
  openConsole,
  type RunningConsole,
  removeFolder,
} from '../scripts/drive/console'
import { queueOf, rowOf } from './desk'
import { sendAsPanel } from './panel'
import { sitesNearPosts } from './places'

const data = newDataFolder()
let desk: RunningConsole

/** The windows beside the room, by their addresses. */
const viewsOpen = async (): Promise<string[]> =>
  (await desk.pages()).flatMap((page) => new URL(page.url()).searchParams.get('view') ?? []).sort()
const openAre = (...views: string[]) => expect.poll(viewsOpen).toEqual(views)
async function viewOf(name: 'map' | 'wall'): Promise<Page> {
  const view = (await desk.pages()).find((page) => page.url().includes(`view=${name}`))
  if (!view) throw new Error(`There is no window ${name}`)
  return view
}
/** After a restart the windows come in any order. */
async function room(): Promise<Page> {
  const page = (await desk.pages()).find((one) => !one.url().includes('view='))
  if (!page) throw new Error('The room has no window')
  await expect(queueOf(page)).toBeVisible()
  return page
}
const oneUnanswered = (page: Page) => page.getByTitle(/^Unanswered alarms, .*: 1$/)

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await openConsole({ data })
})
test.afterAll(async () => {
  await desk?.close()
  removeFolder(data)
})

test('a map and a display for the wall open by key, show the same alarm and give no command', async () => {
  const [site] = sitesNearPosts(1)
  if (!site) throw new Error('The demo region has no site near a post')
  await desk.page.keyboard.press('Control+Shift+M')
  await desk.page.keyboard.press('Control+Shift+W')
  await openAre('map', 'wall')
  const { account } = site
  const message = { token: 'SIA-DCS', account, data: 'NHA01', sequence: '0001' } as const
  expect(await sendAsPanel(desk.ready.dc09.tcp, message)).toBe('ACK')
  const views = [await viewOf('map'), await viewOf('wall')]
  await expect(rowOf(desk.page, site.name)).toBeVisible()
  await expect(rowOf(await viewOf('wall'), site.name)).toBeVisible()
  for (const view of views) {
    await expect(oneUnanswered(view)).toBeVisible()
    // A key that acts in the room does nothing beside it.
    await view.keyboard.press('Space')
    await view.keyboard.press('a')
    await expect(view.getByRole('button', { name: /Acknowledge/ })).toHaveCount(0)
  }
  await expect(oneUnanswered(desk.page)).toBeVisible()
  await desk.page.keyboard.press('Space')
  await desk.page.keyboard.press('a')
  for (const view of views) await expect(oneUnanswered(view)).toHaveCount(0)
})

test('a theme holds at once in every window', async () => {
  await desk.page.keyboard.press('Control+Comma')
  await desk.page.getByLabel('Light').check()
  for (const page of [desk.page, await viewOf('map'), await viewOf('wall')])
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await desk.page.keyboard.press('Escape')
})

test('both are there again after a restart, and a closed one stays closed', async () => {
  await desk.close()
  desk = await openConsole({ data })
  await openAre('map', 'wall')
  await expect((await viewOf('map')).locator('html')).toHaveAttribute('data-theme', 'light')
  await (await room()).keyboard.press('Control+Shift+W')
  await openAre('map')
  await desk.close()
  desk = await openConsole({ data })
  await openAre('map')
})
