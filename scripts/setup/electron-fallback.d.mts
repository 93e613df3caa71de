export function placeOf(path: string): string | undefined
