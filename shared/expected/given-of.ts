import type { PendingCommand } from '../ipc/contract'
import type { Given } from './expected-room'

/**
 * What of the outbox belongs to the room of a unit, stamped by the hub's clock. `offset`: hub clock
 * minus this one, ms.
 */
export const givenOf = (
  pending: readonly PendingCommand[],
  unit: string | undefined,
  offset: number,
): Given[] =>
  pending
    .filter((waiting) => waiting.unit === unit)
    .map(({ commandId, command, by, issuedAt }) => ({
      commandId,
      command,
      by,
      at: issuedAt + offset,
    }))
