/** Where pages of this extension open, and texts next to them. VS Code locks the column of panels for other editors (package.json). */
import * as vscode from 'vscode';

/** That of the panels that are open next to what is active; without them, a new one. */
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

/** VS Code keeps the lock of a column whose last editor is closed, and opens the next file next to the empty column. */
export function registerPanelColumn(): vscode.Disposable {
  const { tabGroups } = vscode.window;
  let wasPanel = false;
  const unlock = (): void => {
    const [first, ...others] = tabGroups.all;
    if (!wasPanel || others.length > 0 || first!.tabs.length > 0) return;
    wasPanel = false;
    void vscode.commands.executeCommand('workbench.action.unlockEditorGroup');
  };
  return vscode.Disposable.from(
    tabGroups.onDidChangeTabs(({ closed }) => {
      wasPanel ||= closed.some(isPage);
      unlock();
    }),
    tabGroups.onDidChangeTabGroups(unlock),
  );
}
