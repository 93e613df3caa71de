import { z } from 'zod'
import { idSchema } from '../lang/id'
import { printSchema } from './paper'

const wantedSchema = z.object({ job: idSchema, unit: idSchema, print: printSchema })
/** What the page of a paper is opened for. */
export type PaperWanted = z.output<typeof wantedSchema>

/** The query of the page's address. */
export const paperQuery = (wanted: PaperWanted): string =>
  `?paper=${encodeURIComponent(JSON.stringify(wanted))}`

/** The inverse of {@link paperQuery}; null when the page is no paper. */
export function paperFromQuery(search: string): PaperWanted | null {
  const text = /^\?paper=([^&]+)$/.exec(search)?.[1]
  return text === undefined ? null : wantedSchema.parse(JSON.parse(decodeURIComponent(text)))
}
