import { CsvError, parse } from 'csv-parse'
import { type Column, columnNamed, type Heading, readHeading } from '../../shared/registry/columns'
import type { SourceRow } from '../../shared/registry/source-row'
import { unguarded } from './csv-cell'
import { type TextFile, UnreadableFile, writtenIn } from './read-text'
import type { RegisterFile } from './register-file'

/**
 * Most characters of a row: several times the largest possible site. It catches a forgotten
 * quotation mark.
 */
const longestRow = 512 * 1024

/**
 * Empty rows allowed: a spreadsheet adds them below a table that was once longer. A file of nothing
 * else is refused.
 */
const mostEmptyRows = 100_000

export const separators = { comma: ',', semicolon: ';', tab: '\t' } as const
export type Separator = keyof typeof separators

interface Parsed {
  readonly record: readonly string[]
  readonly line: number
  /** The file ends within this row, without a line end. */
  readonly broken?: boolean
}

/**
 * Opens a table whose first line names the columns, and finds the separator by that line. Rows are
 * read as they are asked for. Throws {@link UnreadableFile} when the first line names no columns.
 */
export async function readCsv(text: TextFile): Promise<RegisterFile> {
  const pieces = text.pieces()
  const first = await pieces.next()
  const head = first.done ? '' : first.value
  const separator = separatorOf(head)
  const records = parsed(from(head, pieces), separators[separator])
  const heading = await headingOf(records)
  return {
    read: { format: 'csv', ...writtenIn(text), separator },
    unknown: new Set(heading.columns.unknown),
    rows: rowsOf(records, heading),
  }
}

async function* from(head: string, rest: AsyncIterable<string>): AsyncGenerator<string, void> {
  yield head
  yield* rest
}

/** The table's records; throws a CsvError after those that could be read. */
async function* parsed(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<Parsed, void> {
  const records: Parsed[] = []
  let breaks = 0
  let empty = 0
  const parser = parse({
    delimiter,
    bom: true,
    ltrim: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
    // Taken here, not from the stream: a stream that fails forgets the records before the fault.
    on_record(record: readonly string[], { lines }: { readonly lines: number }) {
      // The parser counts a two-character line break inside quotation marks as two.
      breaks += record.reduce((sum, cell) => sum + cell.split('\r\n').length - 1, 0)
      if (isEmpty(record)) empty += 1
      records.push({ record, line: lines - breaks })
      return null
    },
  })
  // Each fault is reported to the writer, below.
  parser.on('error', () => {})
  const taken = () => records.splice(0)
  let unended = 0
  let end = ''
  for await (const piece of text) {
    end = piece.slice(-1)
    const error = await done((told) => parser.write(piece, told))
    unended = records.length === 0 ? unended + piece.length : 0
    yield* taken()
    if (error) throw error
    // The parser counts the characters of cells, not what stands between them: it would find no end
    // to a row of commas.
    if (unended > longestRow) throw new CsvError('CSV_MAX_RECORD_SIZE', ['the row has no end'])
    if (empty > mostEmptyRows)
      throw new UnreadableFile(
        `The file has more than ${mostEmptyRows.toLocaleString('en')} empty rows; remove them`,
      )
  }
  const error = await done((told) => parser.end(told))
  for (const last of taken()) yield { ...last, broken: !/[\r\n]/.test(end) }
  if (error) throw error
}

const done = (
  work: (told: (error?: Error | null) => void) => void,
): Promise<Error | null | undefined> => new Promise((resolve) => work(resolve))

/** The separator that makes most columns known, or else the most frequent one. */
function separatorOf(head: string): Separator {
  const line = /^(?:sep=.\r?\n)?\s*([^\r\n]*)/i.exec(head)?.[1] ?? ''
  const names = Object.keys(separators) as Separator[]
  const worth = (name: Separator) => {
    const cells = line.split(separators[name])
    return (
      cells.filter((cell) => columnNamed(cell.replaceAll('"', '')) !== null).length * 1_000 +
      cells.length
    )
  }
  return names.reduce((best, name) => (worth(name) > worth(best) ? name : best))
}

interface HeadingAt {
  readonly columns: Heading
  /** Lines of the file up to the heading's end. */
  readonly line: number
}

const isEmpty = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === '')
/** Excel's own way to name the separator. */
const isHint = (record: readonly string[]): boolean => /^sep=/i.test(record[0] ?? '')

async function headingOf(records: AsyncGenerator<Parsed, void>): Promise<HeadingAt> {
  for (;;) {
    const next = await records.next().catch((error: unknown) => {
      throw error instanceof CsvError
        ? new UnreadableFile('The first line cannot be read: a quotation mark stays open')
        : error
    })
    if (next.done) throw new UnreadableFile('The file is empty')
    const { record, line } = next.value
    if (isEmpty(record) || isHint(record)) continue
    const columns = readHeading(record)
    if ('fault' in columns) throw new UnreadableFile(columns.fault)
    return { columns, line }
  }
}

async function* rowsOf(
  records: AsyncGenerator<Parsed, void>,
  { columns, line }: HeadingAt,
): AsyncGenerator<SourceRow, void> {
  let ended = line
  try {
    for await (const { record, line: ends, broken = false } of records) {
      const begins = ended + 1
      ended = ends
      if (!isEmpty(record)) yield rowOf(record, columns, { begins, ends: ended, broken })
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    yield { line: ended + 1, unread: openQuote(error) }
  }
}

function openQuote({ code }: CsvError): string {
  const what =
    code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quotation mark stays open' : 'the row has no end'
  return `${what}; nothing from here on could be read`
}

function rowOf(
  record: readonly string[],
  { columns }: Heading,
  {
    begins,
    ends,
    broken,
  }: { readonly begins: number; readonly ends: number; readonly broken: boolean },
): SourceRow {
  const beyond = record.slice(columns.length)
  // Spreadsheets leave out empty cells at the end of a row. But a row of several lines has
  // swallowed others, and a last one was cut.
  const short = record.length < columns.length
  if ((short && (ends > begins || broken)) || !isEmpty(beyond)) {
    const hint =
      short && broken
        ? '; the file ends in the middle of it'
        : ends > begins
          ? `; it reaches to line ${ends}: does a quotation mark stay open?`
          : ''
    return {
      line: begins,
      unread: `it has ${record.length} cells and the first line ${columns.length}${hint}`,
    }
  }
  const cells = new Map<Column, string>()
  for (const [at, cell] of record.entries()) {
    const column = columns[at]
    if (column) cells.set(column, unguarded(cell))
  }
  return { line: begins, cells }
}
