import type { ImportReport } from '../../shared/registry/import-report'
import type { SourceRow } from '../../shared/registry/source-row'

/** A register being read, of whatever format. */
export interface RegisterFile {
  readonly read: ImportReport['read']
  /** Columns nobody knows; complete when all rows are read. */
  readonly unknown: ReadonlySet<string>
  /**
   * The rows as they are asked for. Throws UnreadableFile when it turns out on the way that there
   * is no reading on.
   */
  readonly rows: AsyncIterable<SourceRow>
}
