// Every runtime of ours has both, and both only convert bytes. The compiler's library for the bare
// language lists neither.
declare const TextEncoder: new () => {
  encode(text: string): Uint8Array
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number }
}
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string }

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export const utf8Of = (text: string): Uint8Array => encoder.encode(text)

/** For our own bytes: invalid UTF-8 becomes U+FFFD. */
export const textOf = (utf8: Uint8Array): string => decoder.decode(utf8)

/** Writes a text and returns the number of bytes, at most three per character. */
export const writeUtf8 = (text: string, into: Uint8Array): number =>
  encoder.encodeInto(text, into).written
