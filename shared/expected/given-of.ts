import type { PendingCommand } from '../ipc/contract'
import type { Given } from './expected-room'

/**
 * The part of the outbox that belongs to a unit's room, stamped by the hub's clock. `offset` is the
 * hub's clock minus this one, ms.
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
