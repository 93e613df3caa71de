import { canonical } from '../journal/canonical'
import type { Sha256 } from '../journal/chain'
import { type Register, type RegisterJson, registerToJson, workToJson } from './parts'
import type { Room, WholeRoom } from './room'

/** Rows written at once, about 2 ms: a writer can do other work between pieces. */
const rowsPerPiece = 250

export interface TextHash {
  update(text: string): void
  digest(): string
}

/** For runtimes that can hash only whole texts. */
export const hashOfWhole = (sha256: Sha256) => (): TextHash => {
  const all: string[] = []
  return { update: (text) => void all.push(text), digest: () => sha256(all.join('')) }
}

export interface RegisterText {
  /** Hash of the text: equal registers have the same version in every process and every run. */
  readonly version: string
  readonly pieces: readonly string[]
}

/**
 * Writes rooms as canonical text. Nearly all of it is the register, whose text is made once and
 * kept until the register changes.
 */
export interface RoomTexts {
  /** The room's JSON in pieces; a piece may be empty. */
  pieces(room: WholeRoom): Generator<string>
  text(room: WholeRoom): string
  /** Yields only pauses. */
  register(register: Register): Generator<'', RegisterText>
  registerAtOnce(register: Register): RegisterText
  wasReadFrom(register: Register, text: RegisterText): void
  work(room: Room): Generator<string>
}

type Members = Readonly<Record<keyof RegisterJson, readonly string[]>>

interface Kept extends Register {
  readonly text: RegisterText
  /** Null while only the whole text is known. */
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
