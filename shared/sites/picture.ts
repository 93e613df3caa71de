import { z } from 'zod'

/** Kinds of pictures that every window can draw, by the ending of their files. */
export const pictureTypes = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' } as const
export type PictureType = keyof typeof pictureTypes

/** Largest picture, bytes: a floor plan scanned at A3. */
export const largestPicture = 4 * 1024 * 1024

/** The name a picture is kept by: the SHA-256 of its bytes, and what it is. */
export const keptPictureSchema = z
  .string()
  .regex(/^[0-9a-f]{64}\.(?:png|jpg|webp)$/, 'a picture as the hub keeps it: SHA-256 and ending')

export const sitePictureSchema = z.object({
  picture: keptPictureSchema,
  caption: z.string().max(120),
})
export type SitePicture = z.output<typeof sitePictureSchema>

/** The media type of a kept picture. */
export const mediaTypeOfPicture = (picture: string): string =>
  pictureTypes[picture.slice(65) as PictureType]

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte)

/** What the first bytes say a picture is, whatever its file is called; null for anything else. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpg'
  const riff = startsWith(bytes, [0x52, 0x49, 0x46, 0x46])
  return riff && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8) ? 'webp' : null
}
