/** A temporary folder that a spec opens: its files and, as workspace settings, a quiet workbench in a chosen theme. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
  readonly remove: () => void;
}

export interface WorkspaceOptions {
  /** Contents by name. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
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
  const all = { ...files, '.vscode/settings.json': JSON.stringify(quiet, null, 2) };
  for (const [file, content] of Object.entries(all)) {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), content);
  }
  return { folder, path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
