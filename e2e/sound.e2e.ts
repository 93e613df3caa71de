import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { windowProcesses } from '../scripts/drive/console'
import { demoRegion } from '../shared/demo/demo-region'
import { wavSamples } from '../shared/sound/wav'
import { heardIn } from '../shared/testing/tones'
import { rowOf } from './desk'
import { ownConsole } from './own-console'
import { sendAsPanel } from './panel'

const played = (data: string) => join(data, 'played.wav')
const opened = ownConsole((data) => ({ env: { NAVBATCHI_SOUND_FILE: played(data) } }))
const file = played(opened.data)
const sites = demoRegion().sites.slice(500, 503)

/** What was played in the last `seconds` seconds. */
function lately(seconds: number): readonly number[] {
  const samples = wavSamples(readFileSync(file))
  return heardIn(samples.subarray(Math.max(0, samples.length - seconds * 48_000))).map(
    ({ hz }) => hz,
  )
}
const heard = (...hz: number[]) =>
  expect
    .poll(() => lately(3), { timeout: 20_000, intervals: [200] })
    .toEqual(expect.arrayContaining(hz))
const silence = () =>
  expect.poll(() => lately(2), { timeout: 20_000, intervals: [200] }).toEqual([])

const alarm = (index: number, code: string) => {
  const account = sites[index]?.account ?? ''
  const message = { token: 'SIA-DCS', account, data: `Nri1/${code}`, sequence: '0001' } as const
  return sendAsPanel(opened.ready.dc09.tcp, message)
}

test('signing in sounds the test of the desk', async () => {
  await expect
    .poll(() => heardIn(wavSamples(readFileSync(file))).map(({ hz }) => hz))
    .toEqual([990])
})

test('a hold-up is heard until an officer takes it', async () => {
  expect(await alarm(0, 'HA01')).toBe('ACK')
  await heard(880, 1_180)
  await expect(rowOf(opened.page, sites[0]?.name ?? '')).toBeVisible()
  await opened.page.keyboard.press('Shift+Home')
  await opened.page.keyboard.press('a')
  await silence()
})

test('fire is heard while the window hangs', async () => {
  const windows = windowProcesses(opened)
  expect(windows.length).toBeGreaterThan(0)
  for (const pid of windows) process.kill(pid, 'SIGSTOP')
  try {
    expect(await alarm(1, 'FA01')).toBe('ACK')
    await heard(660)
  } finally {
    for (const pid of windows) process.kill(pid, 'SIGCONT')
  }
})

test('a console that hangs as a whole says so by a sound of its own', async () => {
  const pid = opened.process.pid ?? 0
  process.kill(pid, 'SIGSTOP')
  try {
    await heard(330, 220)
  } finally {
    process.kill(pid, 'SIGCONT')
  }
  await heard(660)
})
