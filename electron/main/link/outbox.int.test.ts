import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { me, note, outboxOn, outboxPromises } from './outbox-contract'
import { createKnownUnits, createSqliteOutboxStore, openConsoleDatabase } from './outbox-store'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-outbox-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const newFile = () => join(folder, `${++files}.db`)

describe('the outbox in SQLite', () => {
  outboxPromises(() => createSqliteOutboxStore(openConsoleDatabase(newFile())))

  it('holds what was pending after the file was closed and opened again', async () => {
    const file = newFile()
    const database = openConsoleDatabase(file)
    const { outbox } = outboxOn(createSqliteOutboxStore(database))
    outbox.linkUp(me)
    outbox.linkDown()
    await outbox.give(note('c1'))
    database.close()
    const again = outboxOn(createSqliteOutboxStore(openConsoleDatabase(file)))
    again.outbox.linkUp(me)
    expect(again.ids()).toEqual(['c1'])
  })
  it('remembers which unit a hub served', () => {
    const file = newFile()
    createKnownUnits(openConsoleDatabase(file)).remember('http://hub', 'unit-1')
    const units = createKnownUnits(openConsoleDatabase(file))
    expect(units.unitOf('http://hub')).toBe('unit-1')
    expect(units.unitOf('http://other')).toBeNull()
  })
})
