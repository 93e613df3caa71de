import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { rowOf } from './desk'
import { ownConsole } from './own-console'
import { sendAsPanel } from './panel'
import { sitesNearPosts } from './places'

const papers = (data: string) => join(data, 'papers')
const opened = ownConsole((data) => ({ env: { NAVBATCHI_SAVE_FOLDER: papers(data) } }))
const folder = papers(opened.data)
const [site] = sitesNearPosts(1)
if (!site) throw new Error('The demo region has no site near a post')

test.describe.configure({ mode: 'serial' })

const file = async (end: string): Promise<Buffer> => {
  const found = () => readdirSync(folder).find((name) => name.endsWith(end))
  await expect.poll(found, { timeout: 30_000 }).toBeTruthy()
  return readFileSync(join(folder, found() ?? ''))
}

test('the report of an incident is a tagged PDF with its title and the language it is in', async () => {
  const { page, ready } = opened
  mkdirSync(folder)
  const panel = { token: 'SIA-DCS', account: site.account, sequence: '0001' } as const
  expect(await sendAsPanel(ready.dc09.tcp, { ...panel, data: 'Nri1/FA003' })).toBe('ACK')
  await rowOf(page, site.name).click()
  await page.keyboard.press('a')
  await page.keyboard.press('d')
  await expect(rowOf(page, site.name)).toContainText('dispatched')
  await page.keyboard.press('Control+p')
  const pdf = (await file('.pdf')).toString('latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  expect(pdf).toContain('/MarkInfo')
  expect(pdf).toContain('/StructTreeRoot')
  expect(pdf).toMatch(/\/Lang \(en/)
  await expect(page.getByText('The file is written')).toBeVisible()
})

test('the log of the shift is a table that names its entries and the hash of the last', async () => {
  const { page } = opened
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('button', { name: 'For other programs' }).click()
  const lines = (await file('.csv')).toString('utf8').trimEnd().split('\r\n')
  expect(lines[0]).toBe('\uFEFFTime,Entry,What happened,In their words,Site,Account,Team,By')
  expect(lines.some((line) => line.includes(site.name) && line.includes(site.account))).toBe(true)
  expect(lines.at(-1)).toMatch(/^,\d+,.*,[0-9a-f]{64}$/)
})
