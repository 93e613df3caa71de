import { describe, expect, it } from 'vitest'
import { decodeFrame } from '../../shared/dc09/decode-frame'
import { demoRegion } from '../../shared/demo/demo-region'
import { demoAlarm } from '../../shared/demo/demo-signals'
import { seededRandom } from '../../shared/demo/random'
import {
  frameOf,
  type Panel,
  pollOf,
  raiseAlarm,
  restoreAlarm,
  runningPanel,
  toggleArming,
} from './panel'

const random = seededRandom(1)
const [site] = demoRegion().sites
if (!site) throw new Error('no site')
const fresh: Panel = { ...runningPanel(site, 0, random), armed: false }

describe('a panel', () => {
  it('numbers its messages from 0001 to 9999 and starts again', () => {
    expect(toggleArming(fresh, random).report.sequence).toBe('0001')
    expect(toggleArming({ ...fresh, sequence: 9998 }, random).report.sequence).toBe('9999')
    expect(toggleArming({ ...fresh, sequence: 9999 }, random).report.sequence).toBe('0001')
  })
  it('arms and disarms in turn', () => {
    const armed = toggleArming(fresh, random)
    expect([armed.panel.armed, toggleArming(armed.panel, random).panel.armed]).toEqual([
      true,
      false,
    ])
  })
  it('takes an alarm back once', () => {
    const raised = raiseAlarm(fresh, demoAlarm(site, { token: fresh.token }, random))
    const restored = restoreAlarm(raised.panel)
    expect(restored?.report).toMatchObject({ what: 'restoral', sequence: '0002' })
    expect(restored && restoreAlarm(restored.panel)).toBeNull()
  })
  it('polls without using up a number', () => {
    expect(pollOf(fresh)).toMatchObject({ sequence: '0000', message: { token: 'NULL' } })
  })
  it('sends frames a receiver reads', () => {
    const { report } = toggleArming(fresh, random)
    const now = Date.UTC(2026, 10, 22, 12, 34, 56)
    expect(decodeFrame(frameOf(report, now))).toMatchObject({
      kind: 'frame',
      token: fresh.token,
      sequence: '0001',
      account: site.account,
      timestamp: now,
    })
  })
})
