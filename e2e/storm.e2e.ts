import { expect, type Page, test } from '@playwright/test'
import { demoRegion } from '../shared/demo/demo-region'
import { cardOf, queueOf, rowOf } from './desk'
import { ownConsole } from './own-console'
import { sendAsPanel } from './panel'

const opened = ownConsole()
const sites = demoRegion().sites.slice(0, 121)
const [threatened, ...others] = sites
if (!threatened) throw new Error('The demo region has no sites')

test.describe.configure({ mode: 'serial' })

const send = (account: string, event: string) =>
  sendAsPanel(opened.ready.dc09.tcp, {
    token: 'SIA-DCS',
    account,
    data: `Nri1/${event}`,
    sequence: '0001',
  })
const lane = (page: Page) => queueOf(page).locator('.lane')
const counts = (page: Page) => page.getByRole('region', { name: 'Unanswered' })

test('a hold-up in a storm stands in the lane, wherever the queue is, and Space goes to it', async () => {
  const { page } = opened
  await expect(page.getByText('No hold-up, panic or duress')).toBeVisible()
  await Promise.all(others.slice(0, 60).map(({ account }) => send(account, 'FA002')))
  await expect(counts(page)).toContainText('60')
  await page.keyboard.press('End')
  await send(threatened.account, 'HA001')
  await Promise.all(others.slice(60).map(({ account }) => send(account, 'FA002')))

  await expect(lane(page)).toContainText('1 hold-up')
  await expect(lane(page).getByRole('option')).toContainText(threatened.name)
  await expect(lane(page).getByRole('option')).toBeInViewport({ ratio: 1 })
  await expect(counts(page)).toContainText('121')
  await expect(queueOf(page)).toHaveClass(/alarm-queue--dense/)

  await page.keyboard.press('Space')
  await expect(rowOf(page, threatened.name)).toHaveAttribute('aria-selected', 'true')
  await expect(cardOf(page).getByRole('heading', { name: 'Hold-up' })).toBeVisible()
  await page.keyboard.press('a')
  await expect(lane(page)).toContainText('Hold-up in hand')
  await expect(lane(page).getByRole('option')).toContainText('you')
  await page.keyboard.press('Space')
  await expect(cardOf(page).getByRole('heading', { name: 'Fire' })).toBeVisible()
})

test('a filter says what it hides, never hides the lane, and the key ends it', async () => {
  const { page } = opened
  const before = await counts(page).innerText()
  await queueOf(page).press('Escape')
  await page.getByRole('button', { name: 'Mine' }).click()
  await expect(page.getByRole('status')).toContainText('120 unanswered not shown')
  await expect(queueOf(page).getByRole('option')).toHaveCount(1)
  await expect(lane(page).getByRole('option')).toContainText(threatened.name)
  expect(await counts(page).innerText()).toBe(before)
  await page.keyboard.press('Shift+Backslash')
  await expect(page.getByRole('status')).toHaveCount(0)
})

test('the storm’s rows stay close until the key, and a clicked queue shows no focus lines', async () => {
  const { page } = opened
  await page.keyboard.press('b')
  await expect(queueOf(page)).toHaveClass(/alarm-queue--wide/)
  const row = queueOf(page).getByRole('option').nth(2)
  expect((await row.boundingBox())?.height).toBe(72)
  await row.click()
  await page.keyboard.press('ArrowDown')
  expect(await queueOf(page).evaluate((list) => getComputedStyle(list).outlineStyle)).toBe('none')
})
