import { expect, test } from '@playwright/test'
import {
  newDataFolder,
  openConsole,
  type RunningConsole,
  removeFolder,
  windowProcesses,
} from '../scripts/drive/console'
import { demoPassword, type RunningHub, startHub } from '../scripts/drive/hub'
import { cardOf, rowOf, signIn, teamsOf } from './desk'
import { sendAsPanel } from './panel'
import { sitesNearPosts } from './places'

const folders = [newDataFolder(), newDataFolder(), newDataFolder()] as const
let hub: RunningHub
let first: RunningConsole
let second: RunningConsole
const [site, otherSite] = sitesNearPosts(2)
if (!site || !otherSite) throw new Error('The demo region has no sites near a post')

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  hub = await startHub(folders[0])
  first = await openConsole({ data: folders[1], hub: hub.http })
  second = await openConsole({ data: folders[2], hub: hub.http })
})
test.afterAll(async () => {
  // A stopped process hears no request to end.
  hub?.process.kill('SIGCONT')
  await first?.close()
  await second?.close()
  await hub?.stop()
  for (const folder of folders) removeFolder(folder)
})

test('a remote hub asks for name and password, and refuses a wrong one plainly', async () => {
  await signIn(first.page, 'demo-officer', 'not the password')
  await expect(first.page.getByRole('alert')).toContainText('wrong')
  await signIn(first.page, 'demo-officer', demoPassword)
  await expect(first.page.getByText('No open alarms')).toBeVisible()
  await signIn(second.page, 'demo-officer-2', demoPassword)
  await expect(second.page.getByText('No open alarms')).toBeVisible()
})

test('two desks see the same alarm, and the second to take it is told who was first', async () => {
  await sendAsPanel(hub.dc09Port, {
    token: 'ADM-CID',
    account: site.account,
    data: '1130 01 001',
    sequence: '0001',
  })
  await expect(rowOf(first.page, site.name)).toBeVisible()
  await expect(rowOf(second.page, site.name)).toBeVisible({ timeout: 1_000 })
  for (const { page } of [first, second]) await page.keyboard.press('Shift+Home')
  // Both hands move at once: what each sees when pressing is an alarm nobody has taken.
  await Promise.all([first.page.keyboard.press('a'), second.page.keyboard.press('a')])
  const told = [first.page, second.page].map((page) =>
    page.getByText('acknowledged it first', { exact: false }),
  )
  await expect
    .poll(async () => ((await told[0]?.count()) ?? 0) + ((await told[1]?.count()) ?? 0))
    .toBe(1)
  for (const { page } of [first, second])
    await expect(rowOf(page, site.name)).toContainText(/you|Demo officer/)
})

test('a window whose process is killed comes back with the same room', async () => {
  const [killed] = windowProcesses(first)
  if (killed === undefined) throw new Error('The console has no window process')
  process.kill(killed, 'SIGKILL')
  await expect.poll(() => windowProcesses(first).filter((pid) => pid !== killed).length).toBe(1)
  await expect(async () => {
    const [page] = await first.pages()
    if (!page) throw new Error('The window is not back yet')
    await expect(rowOf(page, site.name)).toContainText(/you|Demo officer/, { timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
})

test('a lost hub is said in words, and what was commanded meanwhile is done once on return', async () => {
  const { page } = second
  await rowOf(page, site.name).click()
  hub.process.kill('SIGSTOP')
  await expect(page.getByRole('alert').getByText('NO HUB')).toBeVisible({
    timeout: 10_000,
  })
  await page.keyboard.press('n')
  await page.getByRole('dialog').getByRole('textbox').fill('Written while the hub was away')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('1 command waiting to be sent')).toBeVisible()
  hub.process.kill('SIGCONT')
  await expect(page.getByRole('alert').getByText('NO HUB')).toBeHidden({
    timeout: 10_000,
  })
  await expect(page.getByText('Outbox empty')).toBeVisible()
  const log = page.getByRole('region', { name: 'Notes and log' })
  await expect(log.getByText('Written while the hub was away')).toHaveCount(1)
})

test('a new hold-up is taken and a team sent to it while the hub is away; both happen on return', async () => {
  const { page } = second
  const [, other] = sitesNearPosts(2)
  if (!other) throw new Error('The demo region has no second site near a post')
  await sendAsPanel(hub.dc09Port, {
    token: 'SIA-DCS',
    account: other.account,
    data: 'Nri1/HA001',
    sequence: '0001',
  })
  const row = rowOf(page, other.name)
  await expect(row).toContainText('Hold-up')
  hub.process.kill('SIGSTOP')
  await expect(page.getByRole('alert').getByText('NO HUB')).toBeVisible({
    timeout: 10_000,
  })
  await row.click()
  await page.keyboard.press('a')
  await page.keyboard.press('d')
  await expect(row).toContainText('sent when the hub is back')
  await expect(row).not.toContainText('no team sent')
  await expect(cardOf(page)).toContainText('waits for the hub')
  await expect(teamsOf(page)).toContainText('sent when the hub is back')
  await expect(page.getByText('2 commands waiting to be sent')).toBeVisible()
  await page.getByText('2 commands waiting to be sent').click()
  await expect(page.getByRole('dialog').getByText(other.name, { exact: false })).toHaveCount(2)
  if (process.env.NAVBATCHI_PICTURES)
    await page.screenshot({ path: `${process.env.NAVBATCHI_PICTURES}/away.png` })
  await page.keyboard.press('Escape')
  hub.process.kill('SIGCONT')
  await expect(row).toContainText('dispatched')
  await expect(page.getByText('Outbox empty')).toBeVisible()
  await expect(page.getByText('sent when the hub is back')).toHaveCount(0)
  await expect(page.locator('.toast--refused')).toHaveCount(0)
})
