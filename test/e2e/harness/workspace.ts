/** A temporary folder that a spec opens: its files and, as workspace settings, a quiet workbench in a chosen theme. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type Theme = 'dark' | 'light' | 'hc-black' | 'hc-light';

export interface ThemeNames {
  /** The value of the setting. */
  readonly setting: string;
  /** What the list of themes calls it. */
  readonly label: string;
  /** The text of a webview's body. */
  readonly kind: string;
}

export const themes: Readonly<Record<Theme, ThemeNames>> = {
  dark: { setting: 'Default Dark Modern', label: 'Dark Modern', kind: 'vscode-dark' },
  light: { setting: 'Default Light Modern', label: 'Light Modern', kind: 'vscode-light' },
  'hc-black': { setting: 'Default High Contrast', label: 'Dark High Contrast', kind: 'vscode-high-contrast' },
  'hc-light': {
    setting: 'Default High Contrast Light',
    label: 'Light High Contrast',
    kind: 'vscode-high-contrast-light',
  },
};

export interface Workspace {
  readonly folder: string;
  readonly path: (file: string) => string;
  /** Whether none of the files had another content before: VS Code and the extension may remember a file by its name. */
  readonly takes: (files: Files) => boolean;
  /** Removes the files of the test before and writes these. */
  readonly replace: (files: Files) => void;
  /** Writes settings next to those that are there. */
  readonly change: (settings: Readonly<Record<string, unknown>>) => void;
  /** Whether the settings are still those that it was made with. */
  readonly keepsSettings: () => boolean;
  readonly remove: () => void;
}

/** Contents by name. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface WorkspaceOptions {
  readonly files?: Files;
  readonly theme?: Theme;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** `parent`: the folder in which it is made. */
export function makeWorkspace(
  { files = {}, theme = 'dark', settings = {} }: WorkspaceOptions = {},
  parent = tmpdir(),
): Workspace {
  const folder = mkdtempSync(join(parent, 'layer-lens-workspace-'));
  const path = (file: string): string => join(folder, file);
  const quiet = {
    'workbench.colorTheme': themes[theme].setting,
    'workbench.startupEditor': 'none',
    'workbench.layoutControl.enabled': false,
    'editor.minimap.enabled': false,
    'git.enabled': false,
    // Copies each saved file some time later, when the next test may have removed it.
    'workbench.localHistory.enabled': false,
    // Files are saved by VS Code's own dialog, which is in the page.
    'files.simpleDialog.enable': true,
    // Scenes and lessons whose name begins so are opened as text.
    'workbench.editorAssociations': { 'text.*': 'default' },
    ...settings,
  };
  const had = new Map<string, Buffer>();
  const settingsFile = '.vscode/settings.json';
  const takes = (more: Files): boolean =>
    Object.entries(more).every(([file, content]) => had.get(file)?.equals(Buffer.from(content)) ?? true);
  const write = (file: string, content: string | Uint8Array): void => {
    had.set(file, Buffer.from(content));
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), content);
  };
  const replace = (more: Files): void => {
    for (const file of had.keys()) if (file !== settingsFile && !(file in more)) rmSync(path(file), { force: true });
    for (const [file, content] of Object.entries(more)) write(file, content);
  };
  write(settingsFile, JSON.stringify(quiet, null, 2));
  replace(files);
  const keepsSettings = (): boolean => had.get(settingsFile)?.equals(readFileSync(path(settingsFile))) === true;
  const change = (changed: Readonly<Record<string, unknown>>): void =>
    writeFileSync(path(settingsFile), JSON.stringify({ ...quiet, ...changed }, null, 2));
  return {
    folder,
    path,
    takes,
    replace,
    change,
    keepsSettings,
    // The extension host of a closed window may still write.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
