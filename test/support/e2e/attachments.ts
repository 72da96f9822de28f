import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { ServerProcess } from '../server-process.ts';
import type { PanelPage } from './panel.ts';

export interface PickedFile {
  name: string;
  bytes: Uint8Array;
}

/** Picks files in the form, as an agent does with the browser's own picker, and waits until they are listed. */
export async function attach(panel: PanelPage, files: readonly PickedFile[]): Promise<void> {
  const field = panel.frame.locator('[data-field="opinion.attachments"]');
  if (!(await field.isVisible())) await panel.button(/^Mais campos/).click();
  const picked = files.map(({ name, bytes }) => ({
    ...{ name, mimeType: '' },
    buffer: Buffer.from(bytes),
  }));
  await field.locator('input[type="file"]').setInputFiles(picked);
  for (const { name } of files)
    await expect(field.locator('[data-attachment]', { hasText: name })).toBeVisible();
}

/** All that the server keeps on its disk of finished files, by their SHA-256. */
export function storedFiles({ blobDir }: Pick<ServerProcess, 'blobDir'>): Map<string, Buffer> {
  const folder = join(blobDir, 'blobs');
  const found = new Map<string, Buffer>();
  for (const path of entries(folder).flatMap((name) =>
    entries(join(folder, name)).map((file) => join(folder, name, file)),
  )) {
    found.set(path.slice(path.lastIndexOf('/') + 1), readFileSync(path));
  }
  return found;
}

/** How many bytes of unfinished uploads the server has. */
export function unfinishedBytes({ blobDir }: Pick<ServerProcess, 'blobDir'>): number {
  const folder = join(blobDir, 'uploads');
  const parts = entries(folder).filter((name) => !name.endsWith('.json'));
  return parts.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing has come yet.
    return [];
  }
}
