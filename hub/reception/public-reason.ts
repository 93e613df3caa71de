import type { QuarantineReason } from '../../shared/signals/signal'

/**
 * A reason of the quarantine as figures tell it. Why an encrypted message was not taken depends on
 * what was deciphered: a stranger who can read the figures must not learn it. Officers read the
 * reason itself.
 */
export const publicReason = (reason: QuarantineReason): QuarantineReason | 'undeciphered' =>
  reason === 'wrong-key' || reason === 'outside-window' || reason === 'replayed'
    ? 'undeciphered'
    : reason
