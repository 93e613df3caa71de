export interface ZipMember {
  readonly path: string
  readonly method: 'stored' | 'deflated'
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly offset: number
  readonly mode: number
}
export interface UnzipOptions {
  readonly rename?: (path: string) => string | undefined
  readonly onProgress?: (bytes: number) => void
}
export function readCentralDirectory(directory: Uint8Array): ZipMember[]
export function unzip(archive: string, directory: string, options?: UnzipOptions): Promise<void>
