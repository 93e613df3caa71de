import { join } from 'node:path'
import { dialog } from 'electron'
import type { FileAsker } from '../settings-handlers'

/** The kind of file by the end of its name. */
const filtersFor = (name: string) => {
  const extension = name.split('.').at(-1) ?? ''
  return [{ name: extension.toUpperCase(), extensions: [extension] }]
}

/** Asks for a file of map tiles; null when none is given. */
export async function askMapFile(): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog({
    properties: ['openFile'],
    filters: [{ name: 'PMTiles, MBTiles', extensions: ['pmtiles', 'mbtiles'] }],
  })
  return filePaths[0] ?? null
}

/**
 * The system's own file dialog. It belongs to no window, so the room behind it stays usable. On a
 * desk where nobody may browse the disk, `NAVBATCHI_SAVE_FOLDER` names the folder all files go to.
 */
export const askFile: FileAsker = {
  async toSave(name) {
    const folder = process.env.NAVBATCHI_SAVE_FOLDER
    if (folder) return join(folder, name)
    const { filePath } = await dialog.showSaveDialog({
      defaultPath: name,
      filters: filtersFor(name),
    })
    return filePath || null
  },
  async toOpen() {
    const { filePaths } = await dialog.showOpenDialog({
      properties: ['openFile'],
      filters: filtersFor('.json'),
    })
    return filePaths[0] ?? null
  },
}
