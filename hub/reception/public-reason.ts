import type { QuarantineReason } from '../../shared/signals/signal'

/**
 * A quarantine reason as metrics show it. Why an encrypted message was refused depends on its
 * deciphered content, and a stranger who can read the metrics must not learn that. Officers see the
 * real reason.
 */
export const publicReason = (reason: QuarantineReason): QuarantineReason | 'undeciphered' =>
  reason === 'wrong-key' || reason === 'outside-window' || reason === 'replayed'
    ? 'undeciphered'
    : reason
