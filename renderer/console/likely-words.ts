import type { TFunction } from 'i18next'
import type { Likely } from '../../shared/merging/likely-same'
import { listed } from '../../shared/text/isolated'
import { sayAge, sayDistance } from './figures'

/** `Burglary, Bank branch 014 · 120 m · same kind · 4 min · nobody has it`: what it is, and why. */
export const likelyWords = (t: TFunction, one: Likely, now: number): string =>
  listed(
    [
      listed([t(`kinds:alarm.${one.kind}`), one.name], ', '),
      one.sameSite ? t('merging:same-site') : sayDistance(t, one.metres),
      one.cause === 'other' ? null : t(one.cause === 'same' ? 'merging:same-kind' : 'merging:akin'),
      sayAge(t, now - one.at),
      one.of === 'alarm' ? t('merging:unanswered') : t('merging:owner', { name: one.owner }),
    ],
    ' · ',
  )
