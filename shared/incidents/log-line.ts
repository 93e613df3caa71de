import type { AnyEntry } from '../journal/entry'
import type { LogLine } from './incident'

/** The line that an entry leaves in the log of its incident. */
export const logLine = (entry: AnyEntry, params: LogLine['params']): LogLine => ({
  seq: entry.seq,
  at: entry.at,
  by: entry.by.name,
  type: entry.type,
  params,
})
