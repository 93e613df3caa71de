import { keptPictureSchema, type SitePicture } from '../sites/picture'
import { itemsOf, listOf, readPart, splitRaw, writePart } from './cell-list'
import { readEach, readText } from './cell-texts'
import { type Fault, fault, isFault, said } from './fault'

/** File name → the name under which the hub keeps the picture that was sent under it. */
export type SentPictures = ReadonlyMap<string, string>

/**
 * `plan.png=Ground floor; yard.jpg`. A file is one that was sent before, by its name; an export names
 * pictures as the hub keeps them, which is understood as well.
 */
export const readPictures =
  (sent: SentPictures) =>
  (cell: string): SitePicture[] | Fault =>
    readEach(itemsOf(cell), (item) => {
      const [file = '', words = ''] = splitRaw(item, '=', 2).map(readPart)
      const caption = readText(words)
      if (isFault(caption)) return caption
      const kept = keptPictureSchema.safeParse(file)
      const picture = kept.success ? kept.data : sent.get(file.normalize('NFC'))
      if (picture === undefined)
        return fault(`the hub has no picture ${said(file)}; send it first (import with --media)`)
      return { picture, caption: caption === '' && !kept.success ? withoutEnding(file) : caption }
    })

/** A file that somebody named well needs no caption. */
const withoutEnding = (file: string): string => file.replace(/\.\w+$/, '').slice(0, 120)

export const writePictures = (pictures: readonly SitePicture[] = []): string =>
  listOf(
    pictures.map(({ picture, caption }) =>
      caption === '' ? picture : `${picture}=${writePart(caption)}`,
    ),
  )
