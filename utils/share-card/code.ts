import { create } from 'qrcode';

/** Cameras want four light modules around the code. */
export const quiet = 4;

export interface CardCode {
  /** Modules of a side, the quiet zone counted. */
  readonly side: number;
  readonly isDark: (row: number, column: number) => boolean;
}

/** An address as a code; null where it is too long for one. */
export function makeCode(address: string): CardCode | null {
  try {
    const { modules } = create(address, { errorCorrectionLevel: 'M' });
    const isInside = (at: number) => at >= 0 && at < modules.size;
    return {
      side: modules.size + 2 * quiet,
      isDark: (row, column) =>
        isInside(row - quiet) &&
        isInside(column - quiet) &&
        Boolean(modules.get(row - quiet, column - quiet)),
    };
  } catch {
    return null;
  }
}
