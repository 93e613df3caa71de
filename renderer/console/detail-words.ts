import type { TFunction } from 'i18next'
import { readDetail } from '../../shared/signals/detail-codes'
import { sayRefusal } from './say'

/** A detail for the technician in the language chosen; null when it is there in English only. */
export const sayDetail = (t: TFunction, detail: string): string | null =>
  readDetail(detail)
    ?.map((part) => sayRefusal(t, part))
    .join('; ') ?? null
