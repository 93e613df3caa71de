import type { AnyEntry } from '../../shared/journal/entry'

/**
 * A body longer than this, in characters, is read without its data: an import has a megabyte of
 * sites.
 */
const longestBody = 64 * 1024

/**
 * Reads an entry for a list of findings. The members of a body are in a fixed order, see
 * canonical.ts.
 */
export function readForList(body: string, hash: string): AnyEntry {
  return { ...(JSON.parse(body.length > longestBody ? withoutData(body) : body) as AnyEntry), hash }
}

function withoutData(body: string): string {
  // Quotes inside a text are escaped, so these matches are the members themselves.
  const begin = body.indexOf(',"data":')
  const end = body.lastIndexOf(',"seq":')
  return begin < 0 || end < begin ? body : `${body.slice(0, begin)},"data":{}${body.slice(end)}`
}
