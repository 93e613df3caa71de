import { Registry } from 'prom-client'
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import { createLineWatch } from './line-watch'
import { parseReceiverLines } from './receiver-lines'
import { createReceiverMetrics } from './receiver-metrics'

function watched(change: object) {
  const [receiverLine] = parseReceiverLines(
    JSON.stringify([
      {
        id: 'north',
        name: 'North',
        format: 'surgard',
        mode: 'dial',
        host: 'h',
        port: 1025,
        ...change,
      },
    ]),
  )
  if (receiverLine === undefined) throw new Error('no receiver line')
  const clock = createManualClock()
  const told: string[] = []
  const registry = new Registry()
  const metrics = createReceiverMetrics(registry)('north')
  const watch = createLineWatch({
    receiverLine,
    clock,
    metrics,
    onLine: (_, state, detail) => told.push(`${state}: ${detail}`),
  })
  const up = async () =>
    (await registry.getSingleMetricAsString('navbatchi_receiver_line_up')).split(' ').at(-1)
  return { ...watch, clock, told, up }
}

describe('A receiver with heartbeats', () => {
  it('is lost when twice their interval brought no line, and restored by the next', async () => {
    const { heard, clock, told, up } = watched({ heartbeat: 30 })
    heard()
    clock.advance(59_999)
    heard()
    clock.advance(59_999)
    expect([told, await up()]).toEqual([['restored: It is heard'], '1'])
    clock.advance(1)
    expect([told.at(-1), await up()]).toEqual(['lost: Nothing was heard for 60 s', '0'])
    clock.advance(600_000)
    heard()
    expect(told).toEqual([
      'restored: It is heard',
      'lost: Nothing was heard for 60 s',
      'restored: It is heard',
    ])
  })

  it('is lost when it was never heard, with what kept it from being', () => {
    const { disconnected, clock, told } = watched({ heartbeat: 30 })
    disconnected('10.0.0.5:1025 cannot be reached: ECONNREFUSED')
    clock.advance(60_000)
    expect(told).toEqual([
      'lost: Nothing was heard for 60 s. 10.0.0.5:1025 cannot be reached: ECONNREFUSED',
    ])
  })

  it('is not restored by a mere connection', () => {
    const { connected, clock, told } = watched({ heartbeat: 30 })
    clock.advance(60_000)
    connected()
    expect(told).toEqual(['lost: Nothing was heard for 60 s'])
  })
})

describe('A receiver without heartbeats', () => {
  it('that is dialled is lost when it cannot be reached for a minute, and restored by a connection', () => {
    const { connected, disconnected, clock, told } = watched({})
    connected()
    disconnected('it has closed the connection')
    clock.advance(59_000)
    connected()
    clock.advance(600_000)
    expect(told).toEqual(['restored: It is connected'])
    disconnected('it has closed the connection')
    clock.advance(30_000)
    disconnected('it cannot be reached')
    clock.advance(30_000)
    expect(told.at(-1)).toBe('lost: it cannot be reached')
    connected()
    expect(told.at(-1)).toBe('restored: It is connected')
  })

  it('that dials in may be silent', () => {
    const { clock, told } = watched({ mode: 'listen' })
    clock.advance(86_400_000)
    expect(told).toEqual([])
  })
})

describe('A watch that has ended', () => {
  it('says nothing more', () => {
    const { heard, stop, clock, told } = watched({ heartbeat: 30 })
    heard()
    stop()
    heard()
    clock.advance(600_000)
    expect(told).toEqual(['restored: It is heard'])
  })
})
