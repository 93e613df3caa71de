import { expect, test } from '@playwright/test'
import { cardOf, queueOf, rowOf } from './desk'
import { ownConsole } from './own-console'
import { sendAsPanel } from './panel'
import { sitesNearPosts } from './places'

const opened = ownConsole()
const [site, tested] = sitesNearPosts(2)
if (!site || !tested) throw new Error('The demo region has no sites near a post')
const unknown = 'FACE01'

test('what an unknown account sends is held until an officer says whose it is, and then takes effect', async () => {
  const { page, ready } = opened
  const panel = { token: 'SIA-DCS', account: unknown } as const
  await expect(page.getByText('No open alarms')).toBeVisible()

  await test.step('it is acknowledged, held, and said in the status line', async () => {
    expect(
      await sendAsPanel(ready.dc09.tcp, { ...panel, data: 'Nri1/FA003', sequence: '0001' }),
    ).toBe('ACK')
    expect(
      await sendAsPanel(ready.dc09.tcp, { ...panel, data: 'Nri1/FA004', sequence: '0002' }),
    ).toBe('ACK')
    await expect(page.getByText('1 unknown account, signals held: 2').first()).toBeVisible()
    await expect(rowOf(page, `Unknown account ${unknown}`)).toContainText('Fire')
    await page.keyboard.press('Space')
    await page.keyboard.press('a')
    await expect(cardOf(page).getByText('What to do', { exact: true })).toBeVisible()
    await expect(
      cardOf(page)
        .getByText(/ since \d\d:\d\d:\d\d$/)
        .first(),
    ).toBeVisible()
  })

  await test.step('the quarantine shows it with its bytes', async () => {
    await page.keyboard.press('q')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('option').filter({ hasText: unknown }).first()).toBeVisible()
    await expect(dialog.locator('pre')).toContainText(`#${unknown}|Nri1/FA004`)
  })

  await test.step('the officer finds the site by typing, is told what will happen, and confirms', async () => {
    await page.keyboard.press('Enter')
    await page.keyboard.type(site.name)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toContainText('2 held signals take effect now')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('the alarm is in the queue, with since when it was held', async () => {
    await expect(rowOf(page, site.name)).toContainText('Fire')
    await page.keyboard.press('Shift+Home')
    await expect(
      cardOf(page)
        .getByText(/^held since \d\d:\d\d:\d\d$/)
        .first(),
    ).toBeVisible()
    await expect(cardOf(page).getByText(unknown)).toBeVisible()
    await expect(page.getByText('unknown account')).toHaveCount(0)
  })
})

test('a site on test raises no alarm; what it sends is visible on its card, until the test is ended', async () => {
  const { page, ready } = opened
  const panel = { token: 'SIA-DCS', account: tested.account } as const
  const onTest = page.getByRole('region', { name: 'ON TEST' })
  const before = await queueOf(page).getByRole('option').count()

  await test.step('it is found and put on test, with a reason', async () => {
    await page.keyboard.press('f')
    await page.keyboard.type(tested.account)
    await page.keyboard.press('Enter')
    await expect(cardOf(page)).toContainText(tested.name)
    await page.keyboard.press('w')
    await page.getByRole('dialog').getByRole('button', { name: 'Walk test with the guard' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Put on test' }).click()
    await expect(onTest).toContainText('Walk test with the guard')
    await expect(page.getByText('On test: 1')).toBeVisible()
  })

  await test.step('its hold-up is recorded there, and not queued', async () => {
    expect(
      await sendAsPanel(ready.dc09.tcp, { ...panel, data: 'Nri1/HA001', sequence: '0001' }),
    ).toBe('ACK')
    await expect(onTest).toContainText('1 signal: recorded and visible here, not queued')
    await expect(onTest).toContainText('Hold-up alarm')
    expect(await queueOf(page).getByRole('option').count()).toBe(before)
  })

  await test.step('the test is ended by a key, and the next one is an alarm', async () => {
    await page.keyboard.press('e')
    await expect(onTest).toHaveCount(0)
    expect(
      await sendAsPanel(ready.dc09.tcp, { ...panel, data: 'Nri1/HA001', sequence: '0002' }),
    ).toBe('ACK')
    await expect(rowOf(page, tested.name)).toContainText('Hold-up')
  })
})
