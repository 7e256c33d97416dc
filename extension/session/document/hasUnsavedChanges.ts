/** Whether an editor shows a file with changes that are not saved. */

interface OpenDocument {
  readonly uri: { toString(): string };
  readonly isDirty: boolean;
}

/** `documents`: those that are open. `file`: an address, as `Uri.toString` gives it. */
export function hasUnsavedChanges(documents: readonly OpenDocument[], file: string): boolean {
  return documents.some(({ uri, isDirty }) => isDirty && uri.toString() === file);
}
