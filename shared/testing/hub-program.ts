import { inject } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The hub's program, compiled for this run (`scripts/drive/compile-hub.ts`). */
    hubProgram: string
  }
}

/**
 * Node's arguments to run the hub alone. From its sources each start would cost seconds of a core.
 */
export const hubProgram = (): string => inject('hubProgram')
