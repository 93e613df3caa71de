import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { end, run, start } from '../scripts/drive/programs'
import { cardOf, rowOf, teamsOf } from './desk'
import { ownConsole } from './own-console'
import { sendAsPanel } from './panel'
import { sitesNearPosts } from './places'

const opened = ownConsole()
let cars: ChildProcess

test.beforeAll(async () => {
  const { http, dc09 } = opened.ready
  cars = start('scripts/simulate/main.ts', [
    ...['--dc09', `127.0.0.1:${dc09.tcp}`, '--http', http],
    ...['--rate', '0', '--teams', '48', '--car-speed', '200'],
  ])
})
test.afterAll(async () => {
  if (cars) await end(cars)
})

test('an alarm sent by a panel is seen, answered, and closed, and the journal proves it', async () => {
  const { page, ready } = opened
  const [site] = sitesNearPosts(1)
  if (!site) throw new Error('The demo region has no site near a post')
  const card = cardOf(page)
  await expect(page.getByText('No open alarms')).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'Teams' }).getByText('position', { exact: false }).first(),
  ).toBeVisible()

  await test.step('the frame is acknowledged and the alarm is a row and a symbol', async () => {
    expect(
      await sendAsPanel(ready.dc09.tcp, {
        token: 'SIA-DCS',
        account: site.account,
        data: 'Nri1/BA01',
        sequence: '0001',
      }),
    ).toBe('ACK')
    await expect(rowOf(page, site.name)).toBeVisible()
    await expect
      .poll(() => page.evaluate(() => performance.getEntriesByName('alarm-symbol-painted').length))
      .toBeGreaterThan(0)
  })

  await test.step('the officer takes it with the keyboard and sees the site and what to do', async () => {
    await page.keyboard.press('Shift+Home')
    await expect(rowOf(page, site.name)).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('a')
    await expect(card.getByText(site.address).first()).toBeVisible()
    await expect(card.getByText('Dispatch a team')).toBeVisible()
  })

  await test.step('the recommended team goes, reports each step and is watched on its way', async () => {
    await page.keyboard.press('d')
    const team = teamsOf(page).getByRole('option').filter({ hasText: site.name })
    const before = await team.innerText()
    // The row's chip says where the run stands now; the log keeps each step it went through.
    await expect(rowOf(page, site.name)).toContainText('on scene', { timeout: 60_000 })
    expect(metresIn(await team.innerText())).toBeLessThan(metresIn(before))
    await expect(rowOf(page, site.name)).toContainText('cleared', { timeout: 90_000 })
    const log = page.getByRole('region', { name: 'Notes and log' })
    for (const step of ['acknowledged', 'en route', 'on scene', 'cleared'])
      await expect(log.getByText(new RegExp(`^[A-Z]+-\\d+ ${step}`))).toBeVisible()
  })

  await test.step('the officer adds a note and closes with a disposition', async () => {
    await page.keyboard.press('n')
    await page.getByRole('dialog').getByRole('textbox').fill('Door found closed, nobody inside')
    await page.keyboard.press('Control+Enter')
    await expect(card.getByText('Door found closed, nobody inside').first()).toBeVisible()
    await page.keyboard.press('c')
    await page.getByRole('dialog').getByText('equipment', { exact: false }).click()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('No open alarms')).toBeVisible()
  })

  await test.step('the journal holds all of it, unbroken', async () => {
    const { status, said } = run('scripts/verify.ts', [join(opened.data, 'hub')])
    expect(said).toContain('entries')
    expect(status).toBe(0)
  })
})

/** The distance a team's row names, in metres. */
function metresIn(row: string): number {
  const [, figure = '', unit] = /([\d.]+) (km|m)\b/.exec(row) ?? []
  return Number(figure) * (unit === 'km' ? 1_000 : 1)
}
