import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { textPartsOf } from '../../node/room-texts'
import { sha256 } from '../../node/sha256'
import { canonical } from '../../shared/journal/canonical'
import { type AnyEntry, genesisHash } from '../../shared/journal/entry'
import { record } from '../../shared/journal/recorder'
import { emptyRoom } from '../../shared/room/empty-room'
import { upcast } from '../../shared/room/events'
import { evolveAll } from '../../shared/room/evolve'
import { roomToJson, type TextParts, workFromJson, workToJson } from '../../shared/room/parts'
import type { WholeRoom } from '../../shared/room/room'
import { registerOver } from '../../shared/site-columns/column-sites'
import { readColumns } from '../../shared/site-columns/columns'
import type { Site } from '../../shared/sites/site'
import { officer } from '../../shared/testing/builders'
import { movingRegister, recordedOf } from '../../shared/testing/night'
import { wholeOfDesk } from '../../shared/testing/whole-of-desk'
import { createCaller } from './journal/calls'
import { serveJournal } from './journal/serve-journal'
import { createCardText } from './link/card-text'
import { createRoomHolder } from './link/room-holder'

const root = mkdtempSync(join(tmpdir(), 'navbatchi-one-room-'))
afterAll(() => rmSync(root, { recursive: true }))

const hashOf = (room: WholeRoom) => sha256(canonical(roomToJson(room)))
const start = { seq: 0, hash: genesisHash }

/** The journal process, in this one. */
function openJournal(folder: string) {
  let hear: (message: unknown) => void = () => {}
  let ask: (message: unknown) => void = () => {}
  serveJournal(
    {
      post: (message) => queueMicrotask(() => hear(structuredClone(message))),
      listen: (listener) => {
        ask = listener
      },
    },
    folder,
  )
  return createCaller({
    post: (message) => queueMicrotask(() => ask(structuredClone(message))),
    listen: (listener) => {
      hear = listener
    },
  })
}

/**
 * A console that joined the hub at `joined`, by its snapshot, and followed its entries from there.
 */
function consoleOf(entries: readonly AnyEntry[], joined: number) {
  const hubThen = evolveAll(emptyRoom, entries.slice(0, joined).map(upcast))
  const holder = createRoomHolder()
  const sent = JSON.parse(JSON.stringify(textPartsOf(hubThen))) as TextParts
  holder.replace(sent, entries[joined - 1]?.hash ?? '')
  holder.fold(entries.slice(joined))
  return holder
}

it('Hub, console, window, local start and replay have one room after any night, imports and all', async () => {
  let night = 0
  await fc.assert(
    fc.asyncProperty(movingRegister, fc.nat(), async (happenings, at) => {
      night += 1
      const stamp = { by: officer, at: 1_000, notBefore: 0, cause: null }
      const entries = record(recordedOf(happenings), stamp, start, sha256)
      const hub = evolveAll(emptyRoom, entries)
      const wanted = hashOf(hub)
      const holder = consoleOf(entries, 1 + (at % entries.length))
      expect(hashOf(wholeOfDesk(holder.room(), holder.card))).toBe(wanted)

      const { bytes } = holder.columns()
      const work = workFromJson(workToJson(holder.room()))
      const window = { ...work, ...registerOver(readColumns(bytes)) }
      expect(hashOf(wholeOfDesk(window, holder.card))).toBe(wanted)

      const journal = openJournal(root)
      await journal.ask('open', { unit: `unit-${night}` })
      await journal.ask('append', { entries })
      // The first start makes the columns of the register, the second finds them kept.
      for (const start of ['first', 'second']) {
        const last = await journal.ask('lastRoom', {})
        const alone = createRoomHolder()
        if (last) alone.replace(last.room, last.hash, last.tail)
        await createCardText(alone, (version) => journal.ask('registerText', { version })).here()
        expect(hashOf(wholeOfDesk(alone.room(), alone.card)), `${start} start`).toBe(wanted)
      }

      const frame = await journal.ask('frame', { at: 1_000 })
      const columns = await journal.ask('columns', { version: frame.room.version })
      const rows = registerOver(readColumns(columns ?? new Uint8Array()))
      const shown = { ...workFromJson(frame.room.work), ...rows }
      const cards = new Map<string, Site | null>()
      for (const { id: siteId } of rows.sites.values())
        cards.set(siteId, await journal.ask('card', { siteId, asOf: shown.seq }))
      expect(hashOf(wholeOfDesk(shown, (id) => cards.get(id) ?? null))).toBe(wanted)
    }),
    { numRuns: 15 },
  )
})
