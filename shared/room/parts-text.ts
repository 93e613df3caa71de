import { type Register, type RegisterJson, registerToJson, workToJson } from './parts'
import type { Room } from './room'

/** Rows written at once, some 2 ms: whoever writes piece by piece can see to others in between. */
const rowsPerPiece = 250

/** A hash of text that comes in pieces. */
export interface TextHash {
  update(text: string): void
  digest(): string
}

export interface TextWriting {
  /** JSON of a value: `JSON.stringify`, or `canonical` where texts are hashed and compared. */
  readonly write: (value: unknown) => string
  readonly hash: () => TextHash
}

/**
 * Rooms as JSON text. Nearly all of it is the register, whose text is made once and kept for as
 * long as the register is the same.
 */
export interface RoomTexts {
  /** The text of the room's JSON, members in key order, piece by piece; a piece may be empty. */
  pieces(room: Room): Generator<string>
  text(room: Room): string
  /** The text of its RoomParts, for somebody who has the register of version `have`. */
  parts(room: Room, have?: string): string
}

interface KeptRegister extends Register {
  readonly members: Readonly<Record<keyof RegisterJson, readonly string[]>>
  readonly version: string
}

export function createRoomTexts({ write, hash }: TextWriting): RoomTexts {
  let kept: KeptRegister | null = null

  /** Yields nothing but pauses. */
  function* registerOf({ sites, accounts }: Register): Generator<'', KeptRegister> {
    if (kept?.sites === sites && kept.accounts === accounts) return kept
    const json = registerToJson({ sites, accounts })
    const made: Record<keyof RegisterJson, string[]> = { contested: [], sites: [] }
    const digest = hash()
    for (const name of ['contested', 'sites'] as const)
      for (const piece of listPieces(json[name])) {
        made[name].push(piece)
        digest.update(piece)
        yield ''
      }
    kept = { sites, accounts, members: made, version: digest.digest() }
    return kept
  }

  function* listPieces(rows: readonly unknown[]): Generator<string> {
    let at = 0
    do {
      const text = write(rows.slice(at, at + rowsPerPiece)).slice(1, -1)
      yield `${at === 0 ? '[' : ','}${text}`
      at += rowsPerPiece
    } while (at < rows.length)
    yield ']'
  }

  function* objectPieces(members: Readonly<Record<string, unknown>>, known: KnownPieces = {}) {
    let separator = '{'
    for (const key of [...Object.keys(members), ...Object.keys(known)].sort()) {
      yield `${separator}${JSON.stringify(key)}:`
      separator = ','
      const value = members[key]
      if (known[key]) yield* known[key]
      else if (Array.isArray(value)) yield* listPieces(value)
      else yield write(value)
    }
    yield '}'
  }

  function* pieces(room: Room): Generator<string> {
    const { members } = yield* registerOf(room)
    yield* objectPieces({ ...workToJson(room) }, members)
  }

  return {
    pieces,
    text: (room) => [...pieces(room)].join(''),
    parts(room, have) {
      const { version, members } = finished(registerOf(room))
      const register = version === have ? ['null'] : objectPieces({}, members)
      const work = objectPieces({ ...workToJson(room) })
      return [...objectPieces({ version }, { register, work })].join('')
    },
  }
}

type KnownPieces = Readonly<Record<string, Iterable<string>>>

function finished<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
