export function halvePng(file: Buffer): Buffer
