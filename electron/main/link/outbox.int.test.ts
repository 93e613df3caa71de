import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '../../../node/sqlite'
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
  it('opens with a row it cannot read, and names what it can of it', async () => {
    const file = newFile()
    const store = openConsoleStore(file)
    for (const id of ['c1', 'c2', 'c3'])
      store.outbox.add({ envelope: note(id), unit: 'unit-1', by: me.by, sent: false })
    store.close()
    const database = openDatabase(file)
    const spoil = database.prepare('UPDATE outbox SET envelope = ? WHERE command_id = ?')
    spoil.run('{"commandId":"c1","command":{"type":"old-thing"},"issuedAt":7}', 'c1')
    spoil.run('{"comm', 'c2')
    closeDatabase(database)
    const { outbox } = openConsoleStore(file)
    expect(outbox.unreadable()).toEqual([
      { commandId: 'c1', type: 'old-thing', issuedAt: 7 },
      { commandId: 'c2', type: 'unknown', issuedAt: 0 },
    ])
    const { settled, ids, outbox: working } = outboxOn(outbox)
    expect(settled.map(({ commandId }) => commandId)).toEqual(['c1', 'c2'])
    working.linkUp(me)
    expect(ids()).toEqual(['c3'])
    expect(outbox.unreadable()).toEqual([])
  })
  it('remembers which unit a hub served', () => {
    const file = newFile()
    openConsoleStore(file).units.remember('http://hub', 'unit-1')
    const { units } = openConsoleStore(file)
    expect(units.unitOf('http://hub')).toBe('unit-1')
    expect(units.unitOf('http://other')).toBeNull()
  })
})
