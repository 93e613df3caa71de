/** Absolute path of the repository. */
export const root: string
export const cache: string
export const electronCache: string
