/** Where pages of this extension open, and texts next to them. VS Code locks the column of panels for other editors (package.json). */
import * as vscode from 'vscode';

/** That of the panels that are open; where there is none next to what is active, a new one. */
export function panelColumn(): vscode.ViewColumn {
  return columnOfPanels() ?? vscode.ViewColumn.Beside;
}

/** A text next to a page: not in a third column. */
export function textColumn(): vscode.ViewColumn {
  return columnOfPanels() === undefined ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}

function columnOfPanels(): vscode.ViewColumn | undefined {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  if (all.length < 2) return undefined;
  if (isPage(activeTabGroup.activeTab)) return activeTabGroup.viewColumn;
  return all.find((group) => group !== activeTabGroup && group.tabs.some(isPage))?.viewColumn;
}

function isPage(tab: vscode.Tab | undefined): boolean {
  return tab?.input instanceof vscode.TabInputWebview && tab.input.viewType.includes('layerLens.');
}
