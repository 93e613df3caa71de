import type { ImportReport } from '../../shared/registry/import-report'
import type { SourceRow } from '../../shared/registry/source-row'

export interface RegisterFile {
  readonly read: ImportReport['read']
  /** Unknown columns; complete when all rows are read. */
  readonly unknown: ReadonlySet<string>
  /** The rows, read as they are requested. Throws UnreadableFile when reading cannot go on. */
  readonly rows: AsyncIterable<SourceRow>
}
