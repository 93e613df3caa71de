import { canonical } from '../journal/canonical'
import type { Sha256 } from '../journal/chain'
import { type Register, type RegisterJson, registerToJson, workToJson } from './parts'
import type { Room, WholeRoom } from './room'

/** Rows written at once, some 2 ms: whoever writes piece by piece can see to others in between. */
const rowsPerPiece = 250

/** A hash of text that comes in pieces. */
export interface TextHash {
  update(text: string): void
  digest(): string
}

/** The same where only whole texts can be hashed. */
export const hashOfWhole = (sha256: Sha256) => (): TextHash => {
  const all: string[] = []
  return { update: (text) => void all.push(text), digest: () => sha256(all.join('')) }
}

/** A register as canonical text. */
export interface RegisterText {
  /**
   * The hash of the text: the same register has the same version in every process and every run.
   */
  readonly version: string
  readonly pieces: readonly string[]
}

/**
 * Rooms as canonical text. Nearly all of it is the register, whose text is made once and kept for
 * as long as the register is the same.
 */
export interface RoomTexts {
  /** The text of the room's JSON, piece by piece; a piece may be empty. */
  pieces(room: WholeRoom): Generator<string>
  text(room: WholeRoom): string
  /** Yields nothing but pauses. */
  register(register: Register): Generator<'', RegisterText>
  /** The same without a pause. */
  registerAtOnce(register: Register): RegisterText
  /** This register was read from this text. */
  wasReadFrom(register: Register, text: RegisterText): void
  /** The text of its WorkJson, piece by piece. */
  work(room: Room): Generator<string>
}

type Members = Readonly<Record<keyof RegisterJson, readonly string[]>>

interface Kept extends Register {
  readonly text: RegisterText
  /** Null while only the text as a whole is known. */
  readonly members: Members | null
}

export function createRoomTexts(hash: () => TextHash): RoomTexts {
  let kept: Kept | null = null
  const keptOf = ({ sites, accounts }: Register): Kept | null =>
    kept?.sites === sites && kept.accounts === accounts ? kept : null

  function* madeOf({ sites, accounts }: Register): Generator<'', Kept & { members: Members }> {
    const json = registerToJson({ sites, accounts })
    const members: Record<keyof RegisterJson, string[]> = { contested: [], sites: [] }
    for (const name of ['contested', 'sites'] as const)
      for (const piece of listPieces(json[name])) {
        members[name].push(piece)
        yield ''
      }
    const pieces = ['{"contested":', ...members.contested, ',"sites":', ...members.sites, '}']
    const digest = hash()
    for (const piece of pieces) digest.update(piece)
    const made = { sites, accounts, members, text: { version: digest.digest(), pieces } }
    kept = made
    return made
  }

  function* register(of: Register): Generator<'', RegisterText> {
    return (keptOf(of) ?? (yield* madeOf(of))).text
  }
  const registerAtOnce = (of: Register): RegisterText => finished(register(of))

  function* pieces(room: WholeRoom): Generator<string> {
    const members = keptOf(room)?.members ?? (yield* madeOf(room)).members
    yield* objectPieces({ ...workToJson(room) }, members)
  }
  return {
    pieces,
    text: (room) => [...pieces(room)].join(''),
    register,
    registerAtOnce,
    wasReadFrom({ sites, accounts }, text) {
      kept = { sites, accounts, text, members: null }
    },
    work: (room) => objectPieces({ ...workToJson(room) }),
  }
}

function* objectPieces(
  values: Readonly<Record<string, unknown>>,
  written: Readonly<Record<string, readonly string[]>> = {},
): Generator<string> {
  let separator = '{'
  for (const key of [...Object.keys(values), ...Object.keys(written)].sort()) {
    yield `${separator}${JSON.stringify(key)}:`
    separator = ','
    const value = values[key]
    if (written[key]) yield* written[key]
    else if (Array.isArray(value)) yield* listPieces(value)
    else yield canonical(value)
  }
  yield '}'
}

function* listPieces(rows: readonly unknown[]): Generator<string> {
  let at = 0
  do {
    const text = canonical(rows.slice(at, at + rowsPerPiece)).slice(1, -1)
    yield `${at === 0 ? '[' : ','}${text}`
    at += rowsPerPiece
  } while (at < rows.length)
  yield ']'
}

function finished<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
