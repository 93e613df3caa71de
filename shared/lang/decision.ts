/** Values a sentence is filled with, in any language. */
export type Params = Readonly<Record<string, string | number>>

/**
 * Why a command was not carried out: `code` and `params` for translation, `text` in English for
 * logs and scripts.
 */
export interface Refusal {
  readonly code: string
  readonly params: Params
  readonly text: string
  /** The reason, with its own code, which stands at `{reason}`. */
  readonly because?: Refusal | undefined
}

/**
 * The result of judging a command. `agreed` is neither a change nor a mistake: what was asked for
 * is already so, and the notice says who did it (two officers often press at once).
 */
export type Decision<Event> =
  | { readonly outcome: 'accepted'; readonly events: readonly Event[] }
  | { readonly outcome: 'agreed'; readonly notice: Refusal }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }

export const accept = <Event>(...events: Event[]): Decision<Event> => ({
  outcome: 'accepted',
  events,
})

export function sentence(code: string, text: string, params: Params = {}): Refusal {
  return {
    code,
    params,
    text: text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')),
  }
}

export const because = (
  code: string,
  text: string,
  why: Refusal,
  params: Params = {},
): Refusal => ({
  ...sentence(code, text, { ...params, reason: withoutStop(why.text) }),
  because: why,
})

export const withoutStop = (text: string): string => text.replace(/\.$/, '')

export const refuse = (code: string, text: string, params: Params = {}): Decision<never> => ({
  outcome: 'refused',
  refusal: sentence(code, text, params),
})

export const agree = (code: string, text: string, params: Params = {}): Decision<never> => ({
  outcome: 'agreed',
  notice: sentence(code, text, params),
})
