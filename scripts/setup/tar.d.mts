export function extractTarMember(
  archive: string,
  member: string,
  target: string,
  onProgress?: (bytes: number) => void,
): Promise<boolean>
