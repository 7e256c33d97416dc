/** A file that changes on the disk, until VS Code has noticed it. */
import { utimesSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Milliseconds after which the file is touched again. */
const pause = 5_000;

/**
 * Writes a file and waits until `read` contains `expected`. On a machine with much other work the newest VS Code sometimes loses a
 * change of a file: its own editor keeps the old text, too. A file that is touched is reported again.
 */
export async function writtenAgain(
  path: string,
  content: string | Uint8Array,
  read: () => Promise<string>,
  expected: string,
): Promise<void> {
  writeFileSync(path, content);
  let next = Date.now() + pause;
  await expect
    .poll(async () => {
      if (Date.now() >= next) {
        utimesSync(path, new Date(), new Date());
        next = Date.now() + pause;
      }
      return read();
    })
    .toContain(expected);
}
