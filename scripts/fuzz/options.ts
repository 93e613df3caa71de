import { parseArgs } from 'node:util'

export interface FuzzOptions {
  readonly cases: number
  readonly seed: number
}

export const usage = 'Usage: npm run fuzz -- [--cases 1000000] [--seed 1]'

/** Throws an Error with a sentence for a call that is not understood. */
export function parseOptions(args: readonly string[]): FuzzOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { cases: { type: 'string' }, seed: { type: 'string' } },
  })
  return {
    cases: whole('cases', values.cases ?? '1000000'),
    seed: whole('seed', values.seed ?? '1'),
  }
}

function whole(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} wants a whole number, not "${text}"`)
  return Number(text)
}
