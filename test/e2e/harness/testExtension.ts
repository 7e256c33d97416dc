/** Windows with the extension that only tests have. */
import { launchFile } from './debug';
import type { Files } from './workspace';

export const python = process.env['LAYER_LENS_PYTHON'] ?? '/usr/bin/python3';

/** VS Code reads the configuration of its debugger from the window's start, whichever of its tests comes first. */
const launch = launchFile({ type: 'debugpy', program: '${file}', python });

/** What such a window is opened with. */
export function testExtension(files: Files) {
  return { files: { ...files, ...launch }, extension: 'test-extension' } as const;
}
