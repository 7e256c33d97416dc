/** Whether the colour theme of VS Code is dark, with high contrast or without. */
import * as vscode from 'vscode';

export function isDarkTheme(): boolean {
  const { kind } = vscode.window.activeColorTheme;
  return kind === vscode.ColorThemeKind.Dark || kind === vscode.ColorThemeKind.HighContrast;
}
