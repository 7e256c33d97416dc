/** The editors that VS Code in a browser has stored, which are those that a reload of the window shows. */

/**
 * Runs in the page: the user goes to another window and comes back. VS Code stores its state when its window loses the focus, and
 * else every few seconds where the page is idle, which a busy machine can delay by a minute.
 */
export async function leaveWindow(): Promise<void> {
  const document_ = document as { hasFocus?: () => boolean };
  document_.hasFocus = () => false;
  window.dispatchEvent(new Event('blur'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  delete document_.hasFocus;
  window.dispatchEvent(new Event('focus'));
}

/** Runs in the page: whether `text` is stored and the stored editors are those on the screen. */
export async function storedEditorsHold(text: string): Promise<boolean> {
  interface Part {
    readonly type: 'branch' | 'leaf';
    readonly data: readonly Part[] | { readonly editors: readonly unknown[]; readonly mru: readonly number[] };
  }
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
    });
  /** The number of tabs and the active one of each group. */
  const groups = ({ data }: Part): string[] =>
    'editors' in data ? [`${data.editors.length}:${data.mru[0] ?? -1}`] : data.flatMap(groups);
  const shown = [...document.querySelectorAll('.editor-group-container .tabs-container')].map((group) => {
    const tabs = [...group.querySelectorAll('.tab')];
    return `${tabs.length}:${tabs.findIndex((tab) => tab.classList.contains('active'))}`;
  });
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('vscode-web-state-db-')) continue;
    const database = await settled(indexedDB.open(name));
    const store = database.transaction('ItemTable').objectStore('ItemTable');
    const value: unknown = await settled(store.get('memento/workbench.parts.editor'));
    database.close();
    // The editors' own state is JSON in JSON.
    if (typeof value !== 'string' || !value.replaceAll('\\', '').includes(text)) continue;
    const stored = (JSON.parse(value) as { 'editorpart.state': { serializedGrid: { root: Part } } })[
      'editorpart.state'
    ];
    if (groups(stored.serializedGrid.root).sort().join() === shown.sort().join()) return true;
  }
  return false;
}
