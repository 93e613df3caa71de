import { describe, expect, it } from 'vitest'
import { createAttachedUnits, type Wanted } from './attached-units'
import type { Handlers } from './ipc/handlers'

const ids: Readonly<Record<string, string>> = { one: 'unit-1', alias: 'unit-1', two: 'unit-2' }
const to = (hub: string): Wanted => ({ hub })
const turn = () => new Promise((resolve) => setImmediate(resolve))

function console() {
  const done: string[] = []
  const exchanges: ((wanted: Wanted) => void)[] = []
  const units = createAttachedUnits({
    idOf: (hub) => ids[hub ?? ''] ?? 'own',
    open(unit, { hub }, exchange) {
      if (hub === 'broken') throw new Error('no desk')
      exchanges.push(exchange)
      done.push(`open ${hub} as ${unit}`)
      return {
        handlers: { hub } as unknown as Handlers,
        start: () => done.push(`start ${hub}`),
        stop: async () => void done.push(`stop ${hub}`),
      }
    },
    onChange: (now) => done.push(`now ${now}`),
    onFault: (error) => done.push(String(error)),
  })
  const served = (unit: string) => units.handlersOf(unit) as unknown as { hub: string } | undefined
  return { done, exchanges, units, served: (unit: string) => served(unit)?.hub }
}

describe('The units of a console', () => {
  it('are answered for each by its own desk', () => {
    const { units, served } = console()
    units.attach(to('one'))()
    units.attach(to('two'))()
    expect(units.ids()).toEqual(['unit-1', 'unit-2'])
    expect([served('unit-1'), served('unit-2'), served('unit-3')]).toEqual([
      'one',
      'two',
      undefined,
    ])
  })
  it('are exchanged one after the other, the old one ended before the new one begins', async () => {
    const { units, done, exchanges, served } = console()
    units.attach(to('one'))()
    exchanges[0]?.(to('two'))
    exchanges[0]?.(to('alias'))
    await turn()
    expect(done).toEqual([
      'open one as unit-1',
      'start one',
      'stop one',
      'open two as unit-2',
      'now unit-2',
      'start two',
      'stop two',
      'open alias as unit-1',
      'now unit-1',
      'start alias',
    ])
    expect([units.ids(), served('unit-1')]).toEqual([['unit-1'], 'alias'])
  })
  it('leave the others alone when one is exchanged', async () => {
    const { units, exchanges, served } = console()
    units.attach(to('one'))()
    units.attach(to('embedded'))()
    exchanges[0]?.(to('two'))
    await turn()
    expect([units.ids(), served('own')]).toEqual([['own', 'unit-2'], 'embedded'])
  })
  it('can be exchanged again after one could not be opened', async () => {
    const { units, exchanges, served, done } = console()
    units.attach(to('one'))()
    exchanges[0]?.(to('broken'))
    exchanges[0]?.(to('two'))
    await turn()
    expect(done).toContain('Error: no desk')
    expect([units.ids(), served('unit-2')]).toEqual([['unit-2'], 'two'])
  })
  it('are all ended with the console, and none begins after that', async () => {
    const { units, exchanges, done } = console()
    units.attach(to('one'))()
    exchanges[0]?.(to('two'))
    await units.stop()
    expect(done.filter((what) => what.includes('two'))).toEqual([])
    expect(done).toContain('stop one')
  })
})
