/** What people write between the digits of a number. */
const between = /[\s\-–.()/]+/gu

/**
 * The digits a telephone dials, with `+` before a country code. Null for anything but a plain
 * number (an extension, two numbers, words), which a person must dial.
 */
export function dialledNumber(phone: string): string | null {
  const digits = phone.replace(between, '')
  return /^\+?\d{2,15}$/.test(digits) ? digits : null
}
