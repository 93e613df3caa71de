import { dialog } from 'electron'
import type { FileAsker } from '../settings-handlers'

const filters = [{ name: 'JSON', extensions: ['json'] }]

/** Asks for a file of map tiles; null when none is given. */
export async function askMapFile(): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog({
    properties: ['openFile'],
    filters: [{ name: 'PMTiles, MBTiles', extensions: ['pmtiles', 'mbtiles'] }],
  })
  return filePaths[0] ?? null
}

/** The system's own file dialog. It belongs to no window, so the room behind it stays usable. */
export const askFile: FileAsker = {
  async toSave(name) {
    const { filePath } = await dialog.showSaveDialog({ defaultPath: name, filters })
    return filePath || null
  },
  async toOpen() {
    const { filePaths } = await dialog.showOpenDialog({ properties: ['openFile'], filters })
    return filePaths[0] ?? null
  },
}
