import { expect, it } from 'vitest'
import { sentence } from '../lang/decision'
import type { Attached, LinkState } from './contract'
import { openBridge, type TextBridge } from './text-bridge'

/** A preload that answers and pushes the same. */
const saying = (value: unknown): TextBridge => ({
  ask: async () => JSON.stringify(value),
  on: (_, listener) => {
    listener(JSON.stringify(value))
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
  )
  const heard: LinkState[] = []
  bridge.on('link', (link) => heard.push(link))
  const asked: unknown = await bridge.ask('attach', {})
  expect([asked, ...heard]).toEqual(Array(2).fill(failed('knab bank one two three')))
})

it('gives the window every other text as it is: line breaks, quotes, escapes, joiners, pictures', async () => {
  const text = 'a\n\t"b" \\u001d \\x0A ку\u0301 می\u200cخواهم 👩\u200d🚒 \ud83d'
  const given: unknown = await openBridge(saying({ text, at: [1, null, true] })).ask('attach', {})
  expect(given).toEqual({ text, at: [1, null, true] } satisfies Record<string, unknown>)
  expect(given as Attached).toBeDefined()
})
