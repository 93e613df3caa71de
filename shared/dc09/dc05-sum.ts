/** The value of a DC-05 digit: 0 is dialled as ten, and B to F follow it. */
const worth = (digit: string): number => (digit === '0' ? 10 : Number.parseInt(digit, 16))

const sumOf = (digits: string): number => [...digits].reduce((sum, digit) => sum + worth(digit), 0)

/**
 * Whether the checksum digit at the end of `message` (message type to checksum, hex digits) agrees:
 * the digits of account and message add up to a multiple of 15. DC-05 has accounts of four digits;
 * a longer one is dialled by its last four.
 */
export function isDc05Sum(message: string, account: string): boolean {
  const rest = sumOf(message)
  return [account, account.slice(-4)].some((dialled) => (sumOf(dialled) + rest) % 15 === 0)
}
