import { useEffect, useState } from 'react'
import type { RecordsQueryName, RecordsRequest, RecordsRow } from '../../shared/records/queries'
import { usePorts } from '../console/console-context'
import { askRecords, type Found, useRecords } from '../console/use-records'

export interface FoundPages<Row> extends Found<Row> {
  more(): void
}

/** Like `useRecords`, page by page. */
export function usePages<Name extends RecordsQueryName>(
  name: Name,
  request: RecordsRequest<Name>,
): FoundPages<RecordsRow<Name>> {
  const ports = usePorts()
  const first = useRecords(name, request)
  const [later, setLater] = useState<{
    readonly of: unknown
    readonly rows: readonly RecordsRow<Name>[]
    readonly next: number | null
  } | null>(null)
  const [asking, setAsking] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another first page ends the later ones
  useEffect(() => setLater(null), [first.rows])
  const next = later === null ? first.next : later.next
  return {
    ...first,
    rows: later === null ? first.rows : [...first.rows, ...later.rows],
    next,
    more() {
      if (next === null || asking) return
      setAsking(true)
      askRecords(ports, name, { ...(request as object), before: next } as RecordsRequest<Name>)
        .then((page) => {
          setLater((before) => ({
            of: first.rows,
            rows: [...(before?.rows ?? []), ...page.rows],
            next: page.next,
          }))
        })
        // The results stay; asking again is one press.
        .catch(() => {})
        .finally(() => setAsking(false))
    },
  }
}
