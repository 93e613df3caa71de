import { inject } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of the hub's program, compiled for this run (`scripts/drive/compile-hub.ts`). */
    hubProgram: string
  }
}

/** What Node is given to run the hub alone. From its sources each start costs seconds of a core. */
export const hubProgram = (): string => inject('hubProgram')
