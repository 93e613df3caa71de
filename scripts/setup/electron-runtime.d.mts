/**
 * Absolute path of the Electron executable the set-up has chosen; throws a sentence when there is
 * none yet.
 */
export function electronExecutable(): string
/** What a program that launches Electron by itself needs to find the chosen one. */
export function electronEnvironment(executable?: string): Record<string, string>
