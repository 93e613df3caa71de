/**
 * Milliseconds since 1970-01-01T00:00:00Z. `shared/` never reads a clock: instants arrive on
 * commands and entries.
 */
export type Instant = number

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
