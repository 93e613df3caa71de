/** What people put between the digits of a number they write down. */
const between = /[\s\-–.()/]+/gu

/**
 * The digits a telephone dials, with `+` before a country's code; null for what is no plain number
 * (an extension, two numbers, words), which a person has to dial.
 */
export function dialledNumber(phone: string): string | null {
  const digits = phone.replace(between, '')
  return /^\+?\d{2,15}$/.test(digits) ? digits : null
}
