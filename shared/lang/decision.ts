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
  /** Why, with a code of its own: what stands at `{reason}`. */
  readonly because?: Refusal | undefined
}

/**
 * What judging a command came to. `agreed` is neither a change nor a mistake: what was asked for is
 * so already, and the notice says through whom (two officers often press at once).
 */
export type Decision<Event> =
  | { readonly outcome: 'accepted'; readonly events: readonly Event[] }
  | { readonly outcome: 'agreed'; readonly notice: Refusal }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }

export const accept = <Event>(...events: Event[]): Decision<Event> => ({
  outcome: 'accepted',
  events,
})

/** A sentence with `{name}` places, filled in from `params`. */
export function sentence(code: string, text: string, params: Params = {}): Refusal {
  return {
    code,
    params,
    text: text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')),
  }
}

/** A sentence that includes a reason at `{reason}`. */
export const because = (
  code: string,
  text: string,
  why: Refusal,
  params: Params = {},
): Refusal => ({
  ...sentence(code, text, { ...params, reason: withoutStop(why.text) }),
  because: why,
})

/** As part of another sentence. */
export const withoutStop = (text: string): string => text.replace(/\.$/, '')

export const refuse = (code: string, text: string, params: Params = {}): Decision<never> => ({
  outcome: 'refused',
  refusal: sentence(code, text, params),
})

export const agree = (code: string, text: string, params: Params = {}): Decision<never> => ({
  outcome: 'agreed',
  notice: sentence(code, text, params),
})
