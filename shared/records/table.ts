import type { z } from 'zod'

export type Cell = string | number | null

export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
  readonly key: string
  /**
   * Columns that rows are listed by, each before `seq`, newest first. Such a table has a column
   * `seq`: the entry that began the row.
   */
  readonly listedBy: readonly string[]
  /** The columns by which a projection looks up current rows. */
  readonly foundBy: readonly string[]
}

export interface RecordTable<Row extends object> extends TableShape {
  readonly schema: z.ZodType<Row>
  readonly columns: readonly (keyof Row & string)[]
}

type RowsOf<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>
type ColumnOf<Shape extends z.ZodRawShape> = keyof RowsOf<Shape> & string

/** A table whose columns are the members of a schema. */
export function recordTable<Shape extends z.ZodRawShape>(
  name: string,
  schema: z.ZodObject<Shape>,
  {
    key,
    listedBy = [],
    foundBy = [],
  }: {
    readonly key: ColumnOf<Shape>
    readonly listedBy?: readonly ColumnOf<Shape>[]
    readonly foundBy?: readonly ColumnOf<Shape>[]
  },
): RecordTable<RowsOf<Shape>> {
  const columns = Object.keys(schema.shape) as ColumnOf<Shape>[]
  return { name, schema, columns, key, listedBy, foundBy }
}
