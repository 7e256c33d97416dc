/** How variables are read from a debugger, by its type. */

export type DebuggerKind = 'javascript' | 'python' | 'other';

/** `type`: VS Code's type of the debug session: `pwa-node`, `debugpy`, `cppdbg`. */
export function debuggerKind(type: string): DebuggerKind {
  if (/^(?:pwa-.*|node|node-terminal|chrome|msedge|extensionHost)$/.test(type)) return 'javascript';
  if (/^(?:debugpy|python|Python Kernel Debug Adapter)$/.test(type)) return 'python';
  return 'other';
}
