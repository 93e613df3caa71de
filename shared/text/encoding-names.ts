import type { TextEncoding } from './read-bytes'

/*
 * What people and programs call an encoding: labels of the Encoding Standard (WHATWG), of IANA, of
 * Java and Python, and Windows numbers. Case, spaces and punctuation are ignored.
 */
const otherNames: Readonly<Record<TextEncoding | 'utf-16le', readonly string[]>> = {
  'utf-8': ['utf8sig', 'utf8bom', 'utf8mb4', 'unicode11utf8', '65001', 'cp65001'],
  'utf-16le': ['utf16', 'ucs2', 'ucs2le', 'unicode', '1200', 'cp1200'],
  'windows-1251': ['1251', 'cp1251', 'xcp1251', 'win1251', 'ansi1251', 'ansi', 'cyrillicwindows'],
  'windows-1252': [
    ...['1252', 'cp1252', 'xcp1252', 'win1252', 'ansi1252'],
    // The Encoding Standard reads all of these as Windows-1252.
    ...['latin1', 'l1', 'iso88591', 'iso885911987', '88591', 'csisolatin1', 'isoir100'],
    ...['cp819', 'ibm819', 'ascii', 'usascii', 'ansix3.41968'],
  ],
  cp866: ['866', 'ibm866', 'csibm866', 'win866', 'dos866', 'oem866', 'dos', 'oem'],
  'koi8-r': ['koi', 'koi8', 'cskoi8r', '20866', 'cp20866', 'cp878'],
  'mac-cyrillic': ['xmaccyrillic', 'xmacukrainian', 'macukrainian', '10007', 'cp10007'],
  'iso-8859-5': ['88595', 'cyrillic', 'csisolatincyrillic', 'isoir144', 'iso885951988', '28595'],
}

const plain = (name: string): string => name.toLowerCase().replace(/[\s_:"'-]+/g, '')

const byName = new Map(
  Object.entries(otherNames).flatMap(([encoding, others]) =>
    [encoding, ...others].map(
      (name) => [plain(name), encoding as keyof typeof otherNames] as const,
    ),
  ),
)

export const encodingNamed = (name: string): TextEncoding | 'utf-16le' | null =>
  byName.get(plain(name)) ?? null

/** Only the encodings that a panel or an HTTP body may use. */
export function textEncodingNamed(name: string): TextEncoding | null {
  const encoding = encodingNamed(name)
  return encoding === 'utf-16le' ? null : encoding
}
