import type { TFunction } from 'i18next'
import { readDetail } from '../../shared/signals/detail-codes'
import { sayRefusal } from './say'

/** A technical detail in the chosen language; null when it exists only in English. */
export const sayDetail = (t: TFunction, detail: string): string | null =>
  readDetail(detail)
    ?.map((part) => sayRefusal(t, part))
    .join('; ') ?? null
