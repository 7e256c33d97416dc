/** Errors that a page reports: broken content security policy, console errors, uncaught exceptions. */
import type { Page } from 'playwright-core';

/** What VS Code's server itself prints without its native modules and without a network; none of it is ours. */
const noise = [
  /native-watchdog|spdlog|vsda|open-vsx\.org|service ?worker|fetching the script/i,
  /Failed to load resource/,
  /ripgrep|rg ENOENT|vscode-ripgrep/,
  // A window that is being loaded again.
  /\[lifecycle\] Long running operations|vscode-log:|IndexedDB database '[\w-]+' is closed|Canceled: Canceled/,
  // An answer that the workbench itself was reading when its window was loaded again.
  /SyntaxError: Unexpected end of JSON input\s+at JSON\.parse \(<anonymous>\)\s+at Object\.factory \(\S+\/workbench\/workbench/,
  // JavaScript's language server, which npm's package of VS Code leaves out; tasks of VS Code's extensions on a busy machine.
  /tsserver|getting tasks from\s/,
  // The newest VS Code's chat without a network: its sign-in, and a module of its agents that npm's package leaves out.
  /authentication provider 'github'|RemoteAgentHostProtocol|build\/Release\/vscode|chat editing session|ChatSessionStore/,
  // The newest VS Code on a busy machine: its own listener before saving has not answered in time; we have none.
  /Aborted onWillSaveTextDocument-event/,
  // The marketplace, which the list of themes asks.
  /ERR color: #f33 An unknown error occurred\. Please consult the log/,
];

export class Problems {
  private all: readonly string[] = [];

  constructor(page: Page) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.add(`${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.add(`uncaught: ${error.stack ?? error.message}`));
  }

  /** Those since the page was opened or the last `forget`, without VS Code's own. */
  list(): readonly string[] {
    return this.all;
  }

  forget(): void {
    this.all = [];
  }

  private add(text: string): void {
    if (!noise.some((pattern) => pattern.test(text))) this.all = [...this.all, text];
  }
}
