import { describe, expect, it } from 'vitest'
import { keptPictureSchema, mediaTypeOfPicture, pictureTypeOf } from './picture'

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

describe('A picture', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n...', 'png'],
    ['\xff\xd8\xff\xe0..JFIF', 'jpg'],
    ['RIFF\x10\x00\x00\x00WEBPVP8 ', 'webp'],
  ])('is known by its first bytes: %j', (text, type) =>
    expect(pictureTypeOf(bytes(text))).toBe(type),
  )
  it.each(['', '<svg xmlns="x"/>', 'GIF89a', '%PDF-1.7', 'RIFF....WAVE', '\x89PNG', 'MZ'])(
    'is not %j, whatever it is called',
    (text) => expect(pictureTypeOf(bytes(text))).toBeNull(),
  )
  it('is kept by a name that leads nowhere else', () => {
    const kept = `${'0a'.repeat(32)}.jpg`
    expect(keptPictureSchema.safeParse(kept).success).toBe(true)
    expect(mediaTypeOfPicture(kept)).toBe('image/jpeg')
    for (const name of [`../${kept}`, `${kept}/`, kept.toUpperCase(), 'a.jpg', `${kept}.svg`])
      expect(keptPictureSchema.safeParse(name).success).toBe(false)
  })
})
