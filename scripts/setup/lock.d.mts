export function withLock<T>(work: () => Promise<T>, what?: string): Promise<T>
