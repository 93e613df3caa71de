/** Why a cell cannot be read, in words that fit after the name of its column and a colon. */
export interface Fault {
  readonly fault: string
}

export const fault = (text: string): Fault => ({ fault: text })

export const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'fault')

/** A cell's text for a sentence about it; a long one is cut. */
export const said = (text: string): string =>
  `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`
