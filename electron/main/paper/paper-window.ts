import type { BrowserWindow } from 'electron'
import type { PaperWindow } from './paper-handlers'

/** Millimetres of A4 that stay white at the top and the sides, and for the foot. */
const margins = { top: 14, bottom: 18, left: 15, right: 15 }
const inch = 25.4

/** The page of a hidden window, as PDF. */
export const paperWindow = (window: BrowserWindow): PaperWindow => ({
  pdf: (foot) =>
    window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer(foot),
      margins: {
        top: margins.top / inch,
        bottom: margins.bottom / inch,
        left: margins.left / inch,
        right: margins.right / inch,
      },
    }),
  close: () => window.destroy(),
})

/**
 * Chromium fills in the two numbers. The footer inherits neither font nor size from the page, so both
 * are set here.
 */
const footer = (text: string): string =>
  `<div style="font: 8px 'Noto Sans', sans-serif; color: #444; width: 100%; padding: 0 15mm;
    display: flex; justify-content: space-between; gap: 8mm"><span>${escaped(text)}</span>
    <span style="white-space: nowrap"><span class="pageNumber"></span> /
    <span class="totalPages"></span></span></div>`

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
