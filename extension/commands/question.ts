/**
 * For every quick pick and input box. The palette, or the question before, gives the focus back to the panel, whose page may take it
 * after the next question is shown: VS Code would then close that question. Escape closes it.
 */
export const question = { ignoreFocusOut: true } as const;
