import { expect, type Page, test } from '@playwright/test'
import { cardOf, queueOf, rowOf, teamsOf } from './desk'
import { ownConsole } from './own-console'
import { sendAsPanel } from './panel'
import { sitesNearPosts } from './places'

const opened = ownConsole()
const [first, second] = sitesNearPosts(2)
if (!first || !second) throw new Error('The demo region has no sites near a post')

test.describe.configure({ mode: 'serial' })

const alarmAt = (account: string, sequence: string) =>
  sendAsPanel(opened.ready.dc09.tcp, { token: 'SIA-DCS', account, data: 'Nri1/HA001', sequence })
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: at } = document
    return at && at !== document.body
      ? ['role', 'aria-label']
          .map((name) => at.getAttribute(name))
          .concat(at.tagName, at.textContent?.slice(0, 60) ?? '')
          .join(' ')
      : ''
  })

/** Presses a key of the room that can be pressed any number of times, and sees it act. */
async function keysAct(page: Page, where: string): Promise<void> {
  await page.keyboard.press('f')
  await expect(page.getByRole('dialog'), `after ${where}`).toBeVisible({ timeout: 3_000 })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('every element that can have the focus leaves the keys of the room working', async () => {
  const { page } = opened
  await expect(page.getByText('No open alarms')).toBeVisible()
  await alarmAt(first.account, '0001')
  await rowOf(page, first.name).click()
  const walked = new Set<string>()
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press('Tab')
    const at = await focused(page)
    // Beyond the last element the window begins anew.
    if (walked.has(at) && at === [...walked][0]) break
    walked.add(at)
    // What is pressed in the command line is text.
    if (!at.includes('Command line')) await keysAct(page, `the focus on ${at}`)
  }
  expect(walked.size).toBeGreaterThan(10)
})

test('a click on anything leaves the keys of the room working', async () => {
  const { page } = opened
  const places = [
    teamsOf(page).getByRole('option').first(),
    page.locator('select').first(),
    page.locator('canvas').last(),
    rowOf(page, first.name),
    cardOf(page),
    page.locator('footer'),
    page.locator('header').first(),
  ]
  for (const place of places) {
    if ((await place.count()) === 0) continue
    await place.click({ force: true, position: { x: 4, y: 4 } })
    // Closes the list that a click on a select has opened.
    await page.keyboard.press('Escape')
    await keysAct(page, `a click on ${place}`)
  }
  await teamsOf(page).getByRole('option').first().click()
  await page.keyboard.press('Space')
  await page.keyboard.press('a')
  await expect(cardOf(page).getByText('Dispatch a team')).toBeVisible()
})

test('a dialog covers neither queue nor card, and a new alarm is gone to from the middle of a sentence', async () => {
  const { page } = opened
  await page.keyboard.press('n')
  await page.keyboard.type('Guard does not')
  const dialog = await page.getByRole('dialog').boundingBox()
  const [queue, card] = await Promise.all([queueOf(page).boundingBox(), cardOf(page).boundingBox()])
  if (!dialog || !queue || !card) throw new Error('Something is not on the screen')
  expect(dialog.x).toBeGreaterThanOrEqual(queue.x + queue.width)
  expect(dialog.x + dialog.width).toBeLessThanOrEqual(card.x)

  await alarmAt(second.account, '0001')
  await expect(rowOf(page, second.name)).toBeVisible()
  await page.keyboard.press('Control+Space')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(cardOf(page).getByRole('heading', { name: 'Hold-up' })).toBeVisible()
  await expect(cardOf(page)).toContainText(second.name)
  await page.keyboard.press('a')
  await expect(rowOf(page, second.name)).toContainText('no team sent')

  await rowOf(page, first.name).click()
  await page.keyboard.press('n')
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('Guard does not')
  await page.keyboard.type(' answer')
  await page.keyboard.press('Control+Enter')
  await expect(cardOf(page).getByText('Guard does not answer').first()).toBeVisible()
})

test('no dialog covers the queue, the counts or the card, on a small screen either', async () => {
  const { page } = opened
  await rowOf(page, second.name).click()
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const key of ['F1', 'f', 'y', 'q', 'l', 'n', 'c', 'Shift+D', 'Shift+Q', 'Shift+V']) {
      await page.keyboard.press(key)
      const dialog = page.getByRole('dialog')
      await expect(dialog, key).toBeVisible()
      const [at, queue, card] = await Promise.all([
        dialog.boundingBox(),
        queueOf(page).boundingBox(),
        cardOf(page).boundingBox(),
      ])
      if (!at || !queue || !card) throw new Error('Something is not on the screen')
      expect(at.x, `${key} at ${width}`).toBeGreaterThanOrEqual(queue.x + queue.width)
      expect(at.x + at.width, `${key} at ${width}`).toBeLessThanOrEqual(card.x)
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    }
  }
})
