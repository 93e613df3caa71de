import { expect, it } from 'vitest'
import { sentence } from '../lang/decision'
import type { Attached, LinkState } from './contract'
import { openBridge, type TextBridge } from './text-bridge'

const unit = 'unit-1'
/** A preload that answers and pushes the same. */
const saying = (value: unknown): TextBridge => ({
  units: async () => JSON.stringify([unit]),
  onUnits: () => () => {},
  ask: async () => JSON.stringify(value),
  on: (_, listener) => {
    listener(unit, JSON.stringify(value))
    return () => {}
  },
})
const failed = (text: string): LinkState => ({
  phase: 'failed',
  since: 1,
  said: sentence('system-says', text),
})

it('gives the window answers and pushes without what turns or ends a line, or cannot be seen', async () => {
  const bridge = openBridge(
    saying(failed('\u202eknab\u2066 b\u200bank\u2028one\u0085two\u001dthree')),
  ).unit(unit)
  const heard: LinkState[] = []
  bridge.on('link', (link) => heard.push(link))
  const asked: unknown = await bridge.ask('attach', {})
  expect([asked, ...heard]).toEqual(Array(2).fill(failed('knab bank one two three')))
})

it('gives the window every other text as it is: line breaks, quotes, escapes, joiners, pictures', async () => {
  const text = 'a\n\t"b" \\u001d \\x0A ку\u0301 می\u200cخواهم 👩\u200d🚒 \ud83d'
  const given: unknown = await openBridge(saying({ text, at: [1, null, true] }))
    .unit(unit)
    .ask('attach', {})
  expect(given).toEqual({ text, at: [1, null, true] } satisfies Record<string, unknown>)
  expect(given as Attached).toBeDefined()
})

it('asks in the name of its unit, and hears what is pushed of that unit alone', async () => {
  const asked: unknown[] = []
  let push: (of: string, text: string) => void = () => {}
  const console = openBridge({
    ...saying(null),
    ask: async (of, name) => {
      asked.push([of, name])
      return 'null'
    },
    on: (_, listener) => {
      push = listener
      return () => {}
    },
  })
  expect(await console.units()).toEqual([unit])
  const bridge = console.unit(unit)
  await bridge.ask('sign-out', {})
  expect(asked).toEqual([[unit, 'sign-out']])
  const heard: unknown[] = []
  bridge.on('clock', (clock) => heard.push(clock))
  push('unit-2', JSON.stringify({ offset: 2 }))
  push(unit, JSON.stringify({ offset: 1 }))
  expect(heard).toEqual([{ offset: 1 }])
})
