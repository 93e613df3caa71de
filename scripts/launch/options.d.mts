export interface StartOptions {
  readonly help: boolean
  readonly hub?: string
  readonly data?: string
  readonly httpPort?: number
  readonly dc09Port?: number
  readonly screenshot?: string
  readonly language?: string
  readonly simulator: boolean
  readonly rate: number
}
export function readStartOptions(
  words: readonly string[],
  from: string,
): StartOptions | { readonly problem: string }
