import { describe, expect, it } from 'vitest'
import type { LinkState } from '../../../shared/ipc/contract'
import type { RecordsPage } from '../../../shared/records/request'
import { officer } from '../../../shared/testing/builders'
import { recordsHandlers } from './records-handlers'

const live: LinkState = {
  ...{ phase: 'live', since: 0, hub: 'test', you: officer },
  storage: { ok: true, text: '', since: 0 },
}
const lost: LinkState = { phase: 'lost', since: 0, hub: 'test', said: null }
const page = (seq: number, behind = 0): RecordsPage<unknown> => ({
  ...{ rows: [], next: null, seq, behind },
})

/** A console whose own records go so far, of a hub whose journal goes so far. */
function asking({
  own,
  hubSeq = 5_000,
  link = live,
}: {
  own: RecordsPage<unknown> | null
  hubSeq?: number
  link?: LinkState
}) {
  const asked: unknown[] = []
  const handlers = recordsHandlers({
    journal: {
      state: () => ({ seq: own?.seq ?? 0, hubSeq, fault: null }),
      ask: async () => {
        if (own === null) throw new Error('The local journal has stopped')
        return own as never
      },
    },
    link: () => link,
    askHub: async (question) => {
      asked.push(question)
      return page(hubSeq)
    },
  })
  const ask = async (mode: 'live' | 'replay' = 'live') =>
    handlers.records({ name: 'alarms', request: {} }, { mode })
  return { asked, ask, handlers }
}

describe('a question about the past', () => {
  it('is answered from the own records, and the hub is spared', async () => {
    const { ask, asked } = asking({ own: page(4_990) })
    expect(await ask()).toEqual({ from: 'console', page: page(4_990, 10) })
    expect(asked).toEqual([])
  })

  it('goes to the hub while the own records are far behind it, or cannot be read', async () => {
    const farBehind = asking({ own: page(100) })
    expect(await farBehind.ask()).toEqual({ from: 'hub', page: page(5_000) })
    expect(farBehind.asked).toEqual([{ name: 'alarms', request: {} }])
    expect(await asking({ own: null }).ask()).toEqual({ from: 'hub', page: page(5_000) })
  })

  it('is answered from the own records while the hub is away, and says how far they are behind', async () => {
    const { ask, asked } = asking({ own: page(100), link: lost })
    expect(await ask()).toEqual({ from: 'console', page: page(100, 4_900) })
    expect(asked).toEqual([])
    await expect(asking({ own: null, link: lost }).ask()).rejects.toThrow('has stopped')
  })

  it('of a replay never goes to the hub', async () => {
    const { ask, asked } = asking({ own: page(100) })
    expect(await ask('replay')).toMatchObject({ from: 'console' })
    expect(asked).toEqual([])
  })

  it('that makes no sense is refused', async () => {
    const { handlers } = asking({ own: page(1) })
    const nonsense = { name: 'alarms', request: { limit: 1_000_000 } } as const
    await expect(handlers.records(nonsense, { mode: 'live' })).rejects.toThrow('makes no sense')
  })
})
