/** Why a cell cannot be read, worded to follow the column's name and a colon. */
export interface Fault {
  readonly fault: string
}

export const fault = (text: string): Fault => ({ fault: text })

export const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'fault')

/** Quotes a cell's text, cut when it is long. */
export const said = (text: string): string =>
  `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`
