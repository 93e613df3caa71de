import { z } from 'zod'
import { closeDatabase, openDatabase } from '../../../node/sqlite'
import { type Actor, actorSchema } from '../../../shared/accounts/actor'
import type { NamedCommand } from '../../../shared/ipc/contract'
import { type Envelope, envelopeSchema } from '../../../shared/room/commands'

export interface OutboxRow {
  readonly envelope: Envelope
  /** The unit the command is for. It never goes to another unit's hub. */
  readonly unit: string
  /** Who gave the command. It is never sent in anybody else's session. */
  readonly by: Actor
  /** Sent at least once. The hub may have carried it out even if its answer never came. */
  readonly sent: boolean
}

/** Where commands wait for an answer. Each call either is durable when it returns or throws. */
export interface OutboxStore {
  all(): readonly OutboxRow[]
  /**
   * Commands whose stored form can no longer be understood (from an older version or a damaged
   * file), as far as they can be read.
   */
  unreadable(): readonly NamedCommand[]
  add(row: OutboxRow): void
  markSent(commandId: string): void
  remove(commandId: string): void
}

export function createMemoryOutboxStore(): OutboxStore {
  let rows: readonly OutboxRow[] = []
  const is = (commandId: string) => (row: OutboxRow) => row.envelope.commandId === commandId
  return {
    all: () => rows,
    unreadable: () => [],
    add: (row) => {
      rows = [...rows, row]
    },
    markSent: (commandId) => {
      rows = rows.map((row) => (is(commandId)(row) ? { ...row, sent: true } : row))
    },
    remove: (commandId) => {
      rows = rows.filter((row) => !is(commandId)(row))
    },
  }
}

const schema = `
CREATE TABLE IF NOT EXISTS outbox (
  position INTEGER PRIMARY KEY AUTOINCREMENT, command_id TEXT NOT NULL UNIQUE, unit TEXT NOT NULL, given_by TEXT NOT NULL,
  sent INTEGER NOT NULL, envelope TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS units (hub TEXT PRIMARY KEY, unit TEXT NOT NULL) STRICT;
`

/**
 * The unit each hub last served. It tells which local journal to show before the hub has answered.
 */
export interface KnownUnits {
  unitOf(hub: string): string | null
  remember(hub: string, unit: string): void
}

export interface ConsoleStore {
  readonly outbox: OutboxStore
  readonly units: KnownUnits
  close(): void
}

/**
 * Opens or creates the database. A command in its outbox survives a power cut from the moment the
 * officer sees it as pending. Throws when the file cannot be opened.
 */
export function openConsoleStore(file: string): ConsoleStore {
  // Everything shares this scope: if only the statements were referenced, the garbage collector
  // would close the database.
  const database = openDatabase(file)
  database.exec(schema)
  const all = database.prepare(
    'SELECT command_id, envelope, unit, given_by, sent FROM outbox ORDER BY position',
  )
  const add = database.prepare(
    'INSERT INTO outbox (command_id, unit, given_by, sent, envelope) VALUES (?, ?, ?, ?, ?)',
  )
  const markSent = database.prepare('UPDATE outbox SET sent = 1 WHERE command_id = ?')
  const remove = database.prepare('DELETE FROM outbox WHERE command_id = ?')
  const unitOf = database.prepare('SELECT unit FROM units WHERE hub = ?')
  const remember = database.prepare('INSERT OR REPLACE INTO units (hub, unit) VALUES (?, ?)')
  return {
    outbox: {
      all: () => (all.all() as StoredRow[]).map(rowOf).filter((row) => row !== null),
      unreadable: () =>
        (all.all() as StoredRow[]).filter((row) => rowOf(row) === null).map(whatIsLeft),
      add({ envelope, unit, by, sent }) {
        add.run(envelope.commandId, unit, by.id, sent ? 1 : 0, JSON.stringify({ ...envelope, by }))
      },
      markSent: (commandId) => void markSent.run(commandId),
      remove: (commandId) => void remove.run(commandId),
    },
    units: {
      unitOf: (hub) => (unitOf.get(hub) as { unit: string } | undefined)?.unit ?? null,
      remember: (hub, unit) => void remember.run(hub, unit),
    },
    close: () => closeDatabase(database),
  }
}

interface StoredRow {
  readonly command_id: string
  readonly envelope: string
  readonly unit: string
  readonly given_by: string
  readonly sent: number
}

/** Earlier versions stored only the officer's id. */
const storedSchema = envelopeSchema.extend({ by: actorSchema.optional() })

function rowOf({ envelope: stored, unit, given_by, sent }: StoredRow): OutboxRow | null {
  const parsed = storedSchema.safeParse(jsonOf(stored))
  if (!parsed.success) return null
  const { by = { kind: 'officer', id: given_by, name: given_by }, ...envelope } = parsed.data
  return { envelope, unit, by, sent: sent === 1 }
}

const leftSchema = z.object({
  command: z.object({ type: z.string().catch('unknown') }).catch({ type: 'unknown' }),
  issuedAt: z.number().catch(0),
})

function whatIsLeft({ command_id, envelope }: StoredRow): NamedCommand {
  const { data } = leftSchema.safeParse(jsonOf(envelope))
  return {
    commandId: command_id,
    type: data?.command.type ?? 'unknown',
    issuedAt: data?.issuedAt ?? 0,
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
