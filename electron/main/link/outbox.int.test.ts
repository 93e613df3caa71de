import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { me, note, outboxOn, outboxPromises } from './outbox-contract'
import { openConsoleStore } from './outbox-store'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-outbox-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const newFile = () => join(folder, `${++files}.db`)

describe('the outbox in SQLite', () => {
  outboxPromises(() => openConsoleStore(newFile()).outbox)

  it('holds what was pending after the file was closed and opened again', async () => {
    const file = newFile()
    const store = openConsoleStore(file)
    const { outbox } = outboxOn(store.outbox)
    outbox.linkUp(me)
    outbox.linkDown()
    await outbox.give(note('c1'))
    store.close()
    const again = outboxOn(openConsoleStore(file).outbox)
    again.outbox.linkUp(me)
    expect(again.ids()).toEqual(['c1'])
  })
  it('remembers which unit a hub served', () => {
    const file = newFile()
    openConsoleStore(file).units.remember('http://hub', 'unit-1')
    const { units } = openConsoleStore(file)
    expect(units.unitOf('http://hub')).toBe('unit-1')
    expect(units.unitOf('http://other')).toBeNull()
  })
})
