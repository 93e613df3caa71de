import type { AnyEntry } from '../../shared/journal/entry'

/** A body beyond this, characters, is read without its data: an import has a megabyte of sites. */
const longestBody = 64 * 1024

/** An entry for a list of findings. See canonical.ts: the members of a body stand in order. */
export function readForList(body: string, hash: string): AnyEntry {
  return { ...(JSON.parse(body.length > longestBody ? withoutData(body) : body) as AnyEntry), hash }
}

function withoutData(body: string): string {
  // Inside a text both would have their quotes escaped, so these are the members themselves.
  const begin = body.indexOf(',"data":')
  const end = body.lastIndexOf(',"seq":')
  return begin < 0 || end < begin ? body : `${body.slice(0, begin)},"data":{}${body.slice(end)}`
}
