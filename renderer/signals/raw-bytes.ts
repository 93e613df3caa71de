import { fromPrintable } from '../../shared/dc09/printable'

/**
 * Bytes as hexadecimal digits, 16 to a line in two groups; null for a frame that was cut or holds
 * no bytes.
 */
export function hexLines(frame: string): string | null {
  const bytes = fromPrintable(frame)
  if (bytes === null || bytes.length === 0) return null
  const lines: string[] = []
  for (let from = 0; from < bytes.length; from += 16) {
    const row = Array.from(bytes.subarray(from, from + 16), (byte) =>
      byte.toString(16).toUpperCase().padStart(2, '0'),
    )
    lines.push(
      [row.slice(0, 8), row.slice(8)]
        .map((half) => half.join(' '))
        .join('  ')
        .trimEnd(),
    )
  }
  return lines.join('\n')
}
