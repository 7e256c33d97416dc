/** A temporary folder that a spec opens: its files and, as workspace settings, a quiet workbench in a chosen theme. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  /** Writes files next to those that are there. A file that is there with another content is an error. */
  readonly add: (files: Files) => void;
  readonly remove: () => void;
}

/** Contents by name. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface WorkspaceOptions {
  readonly files?: Files;
  readonly theme?: Theme;
  readonly settings?: Readonly<Record<string, unknown>>;
}

export function makeWorkspace({ files = {}, theme = 'dark', settings = {} }: WorkspaceOptions = {}): Workspace {
  const folder = mkdtempSync(join(tmpdir(), 'layer-lens-workspace-'));
  const path = (file: string): string => join(folder, file);
  const quiet = {
    'workbench.colorTheme': themes[theme].setting,
    'workbench.startupEditor': 'none',
    'workbench.layoutControl.enabled': false,
    'editor.minimap.enabled': false,
    'git.enabled': false,
    ...settings,
  };
  const add = (more: Files): void => {
    for (const [file, content] of Object.entries(more)) {
      if (existsSync(path(file))) {
        if (readFileSync(path(file)).equals(Buffer.from(content))) continue;
        throw new Error(`${file} has another content: tests that share a window need names of their own`);
      }
      mkdirSync(dirname(path(file)), { recursive: true });
      writeFileSync(path(file), content);
    }
  };
  add({ ...files, '.vscode/settings.json': JSON.stringify(quiet, null, 2) });
  return { folder, path, add, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
