import { browser } from 'wxt/browser';
import { saveFile } from '@/entrypoints/popup/save-file';
import type { Verification } from '@/utils/verification';

/** What a report is about. */
export interface ReportTarget {
  readonly kind: 'file' | 'text';
  readonly name: string;
  readonly sha256: string;
}

/** The SHA-256 of what was checked, in hex: whoever has the same file can tell that the report is about it. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The whole report as JSON: what was checked, by what, and everything that was found. */
export function renderReport(target: ReportTarget, verification: Verification): string {
  const application = { name: 'LapelPin', version: browser.runtime.getManifest().version };
  return `${JSON.stringify({ application, target, ...verification }, null, 2)}\n`;
}

/** Saves the report as a file, the way a link does. */
export function saveReport(target: ReportTarget, verification: Verification): void {
  const report = new Blob([renderReport(target, verification)], { type: 'application/json' });
  saveFile(report, reportName(target, verification));
}

/** "lapelpin-report-my-badge-2026-03-05.json". */
function reportName({ kind, name }: ReportTarget, verification: Verification): string {
  const words = kind === 'file' ? name.replace(/\.\w+$/, '') : (verification.badge?.name ?? '');
  const slug = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const parts = ['lapelpin-report', slug, verification.checkedAt.slice(0, 10)];
  return `${parts.filter(Boolean).join('-')}.json`;
}
