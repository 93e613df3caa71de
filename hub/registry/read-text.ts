import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import { type CodePage, codePageNames, fromCodePage } from '../../shared/text/code-pages'
import { encodingNamed } from '../../shared/text/encoding-names'
import { shownText } from '../../shared/text/shown-text'
import { guessCodePage, wrongWord } from './guess-code-page'
import { createPause } from './pause'

export class UnreadableFile extends Error {}

export const encodings = ['utf-8', 'utf-16le', ...codePageNames] as const
export type Encoding = (typeof encodings)[number]

/** Finds an encoding by name, in either case. Throws when the name is unknown. */
export function encodingCalled(name: string): Encoding {
  const encoding = encodingNamed(name)
  if (encoding !== null) return encoding
  throw new UnreadableFile(
    `No encoding is known as "${shownText(name).slice(0, 40)}"; known are ${encodings.join(', ')}, and other names of these`,
  )
}

export interface TextFile {
  readonly encoding: Encoding
  /**
   * The other encoding it may be, when it was a close call; null when it was named or is certain.
   */
  readonly orElse: CodePage | null
  /** Says that the text reads badly and what can be done; null when it reads well. */
  readonly warning: string | null
  /** The text in pieces, without a byte order mark; the event loop goes round between them. */
  pieces(): AsyncGenerator<string, void>
}

/**
 * Bytes decoded at once: some hundred rows, a millisecond or two until they are parsed and checked.
 */
const pieceBytes = 16 * 1024

/**
 * The text of a file as spreadsheets save it: UTF-8, UTF-16 ("Unicode text") or a code page. The
 * code page is `named`, or guessed by what the words look like. Throws {@link UnreadableFile} for a
 * workbook, for other binary files, and for UTF-8 with broken characters.
 */
export async function readText(bytes: Buffer, named?: Encoding): Promise<TextFile> {
  if (bytes.length === 0) throw new UnreadableFile('The file is empty')
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04')
    throw new UnreadableFile(
      'This is a workbook (.xlsx, .ods) or an archive; save it as "CSV UTF-8" and send that',
    )
  const { encoding, orElse } =
    named === undefined ? await encodingOf(bytes) : { encoding: named, orElse: null }
  if (named === 'utf-8' && !isUtf8(bytes))
    throw new UnreadableFile('This file is not UTF-8; name its encoding, or save it anew')
  if (encoding !== 'utf-16le' && bytes.includes(0))
    throw new UnreadableFile('This is not a text file')
  const warning = isCodePage(encoding) ? readsBadly(bytes, encoding) : null
  return { encoding, orElse, warning, pieces: () => decoded(bytes, encoding) }
}

function readsBadly(bytes: Buffer, page: CodePage): string | null {
  const word = wrongWord(bytes.toString('latin1'), page)
  if (word === null) return null
  const example = shownText(word).slice(0, 40)
  return `The texts read badly as ${page}, as "${example}": the file was probably written in another encoding. Name it (encoding=, or --encoding of the import command): ${encodings.join(', ')}; or save the file as "CSV UTF-8"`
}

async function encodingOf(bytes: Buffer): Promise<Pick<TextFile, 'encoding' | 'orElse'>> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', orElse: null }
  if (isUtf8(bytes)) return { encoding: 'utf-8', orElse: null }
  await refuseBrokenUtf8(bytes)
  const { page, orElse } = guessCodePage(bytes.toString('latin1'))
  return { encoding: page, orElse }
}

/**
 * Text in another encoding holds hardly any valid UTF-8 sequence; a UTF-8 file that was cut or
 * pasted together holds little else. Read as Windows-1251, the latter would put nonsense on the
 * officers' screens.
 */
async function refuseBrokenUtf8(bytes: Buffer): Promise<void> {
  let good = 0
  let broken = 0
  let line = 1
  let firstBroken = 0
  for await (const piece of decoded(bytes, 'utf-8')) {
    good += piece.match(/[\u0080-\ufffc]/g)?.length ?? 0
    const at = piece.indexOf('\ufffd')
    if (firstBroken === 0 && at >= 0) firstBroken = line + newLines(piece.slice(0, at))
    line += newLines(piece)
    broken += piece.match(/\ufffd/g)?.length ?? 0
  }
  if (good > broken)
    throw new UnreadableFile(
      `The file is UTF-8 with broken characters, the first in line ${firstBroken}; save it anew`,
    )
}

const newLines = (text: string): number => text.split('\n').length - 1

async function* decoded(bytes: Buffer, encoding: Encoding): AsyncGenerator<string, void> {
  const decoder = decoderOf(encoding)
  const pause = createPause()
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const text = decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true })
    if (text !== '') yield text
    if (pause.due()) await pause.rest()
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

interface Decoder {
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string
}

const isCodePage = (encoding: Encoding): encoding is CodePage =>
  encoding !== 'utf-8' && encoding !== 'utf-16le'

function decoderOf(encoding: Encoding): Decoder {
  if (isCodePage(encoding))
    return {
      decode: (bytes) =>
        bytes === undefined ? '' : fromCodePage(Buffer.from(bytes).toString('latin1'), encoding),
    }
  try {
    return new TextDecoder(encoding)
  } catch {
    // This Node was built with only a part of ICU.
    throw new UnreadableFile(
      `The file is ${encoding}, which this machine cannot read; save it as "CSV UTF-8"`,
    )
  }
}

export const writtenIn = ({ encoding, orElse, warning }: TextFile) => ({
  encoding,
  ...(orElse !== null && { orElse }),
  ...(warning !== null && { warning }),
})
