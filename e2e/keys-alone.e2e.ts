import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import {
  newDataFolder,
  openConsole,
  type RunningConsole,
  removeFolder,
} from '../scripts/drive/console'
import { end, root, start } from '../scripts/drive/programs'
import { cardOf, rowOf } from './desk'
import { sendAsPanel } from './panel'
import { sitesNearPosts } from './places'

/** A row of the table in docs/keys.md: what is pressed, and the texts typed between. */
interface Job {
  readonly strokes: readonly string[]
  readonly count: number
}

const table = readFileSync(join(root, 'docs/keys.md'), 'utf8')
const jobs: ReadonlyMap<string, Job> = new Map(
  [...table.matchAll(/^\| ([^|]+) \| ([^|]*[`“][^|]*) \| (\d+) \|$/gm)].map(
    ([, name = '', strokes = '', count]) => [
      name,
      { strokes: strokes.match(/`[^`]+`|“[^”]+”/g) ?? [], count: Number(count) },
    ],
  ),
)
const pressed = new Set<string>()

/** Presses what the table says, no more; `names` fill the words in capitals. */
async function does(page: Page, job: string, names: Readonly<Record<string, string>> = {}) {
  const { strokes, count } = jobs.get(job) ?? { strokes: [], count: -1 }
  expect(strokes, job).toHaveLength(count)
  pressed.add(job)
  for (const stroke of strokes) await strike(page, stroke, names)
}

async function strike(page: Page, stroke: string, names: Readonly<Record<string, string>>) {
  const text = stroke.slice(1, -1)
  if (stroke.startsWith('`')) await page.keyboard.press(text === '/' ? 'Slash' : text)
  else await page.keyboard.type(text.replace(/[A-Z]{3,}/g, (word) => names[word] ?? word))
}

const data = newDataFolder()
let opened: RunningConsole
let cars: ChildProcess
const [first, second, third] = sitesNearPosts(3)
if (!first || !second || !third) throw new Error('The demo region has too few sites near a post')

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  opened = await openConsole({ data })
})
test.afterAll(async () => {
  if (cars) await end(cars)
  await opened?.close()
  removeFolder(data)
})

const alarmAt = (account: string) =>
  sendAsPanel(opened.ready.dc09.tcp, {
    ...{ token: 'SIA-DCS', account, data: 'Nri1/BA01', sequence: '0001' },
  })

test('each job of the table is done by the keys it names', async () => {
  const { page } = opened
  const card = cardOf(page)
  await expect(page.getByText('No open alarms')).toBeVisible()

  await alarmAt(second.account)
  await expect(rowOf(page, second.name)).toBeVisible()
  await does(page, 'Take an alarm and send the recommended team at once')
  // Not waited for: what can be taken back for ten seconds is soon over on a busy machine.
  await does(page, 'Take back what was just done')
  await expect(card.getByText('dispatch undone').first()).toBeVisible()
  await expect(rowOf(page, second.name)).toContainText('no team sent')
  await does(page, 'Send another team, chosen from the list')
  await expect(rowOf(page, second.name)).toContainText('dispatched')
  await does(page, 'Write a note')
  await expect(card.getByText('guard called').first()).toBeVisible()
  const [, team = ''] =
    /([A-Z]+-\d+) dispatched/.exec(await rowOf(page, second.name).innerText()) ?? []
  expect(team).not.toBe('')
  await does(page, 'Report a team on scene, heard by radio', { TEAM: team })
  await expect(rowOf(page, second.name)).toContainText('on scene')
  await strike(page, '`/`', {})
  await strike(page, `“clr ${team}”`, {})
  await page.keyboard.press('Enter')
  await expect(rowOf(page, second.name)).toContainText('cleared')
  await does(page, 'Send a team by its call sign', { TEAM: team.toLowerCase().replace('-', '') })
  await page.keyboard.press('Control+Z')
  await expect(rowOf(page, second.name)).not.toContainText('dispatched')
  await does(page, 'Do what one does not know the key of')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await does(page, 'Close with a cause and a remark')
  await expect(page.getByText('No open alarms')).toBeVisible()
  await does(page, 'Find a site', { SITE: third.name })
  await expect(card).toContainText(third.name)
})

test('an alarm is answered, a team sent, and the incident closed with six keys and no mouse', async () => {
  const { page, ready } = opened
  const { http, dc09 } = ready
  cars = start('scripts/simulate/main.ts', [
    ...['--dc09', `127.0.0.1:${dc09.tcp}`, '--http', http],
    ...['--rate', '0', '--teams', '48', '--car-speed', '200'],
  ])
  await alarmAt(first.account)
  await expect(rowOf(page, first.name)).toBeVisible()
  const { strokes, count } = jobs.get('From an alarm to a closed incident') ?? {
    strokes: [],
    count: 0,
  }
  expect(strokes).toHaveLength(count)
  expect(count).toBe(6)
  pressed.add('From an alarm to a closed incident')
  for (const stroke of strokes.slice(0, 3)) await strike(page, stroke, {})
  // The crew drives, is there and clears without a key of the officer.
  await expect(rowOf(page, first.name)).toContainText('cleared', { timeout: 120_000 })
  for (const stroke of strokes.slice(3)) await strike(page, stroke, {})
  await expect(rowOf(page, first.name)).toHaveCount(0)
  expect([...jobs.keys()].filter((job) => !pressed.has(job))).toEqual([])
})
