/** Every contributed command, begun wherever a cursor can be, does something or names what to do, and logs no error. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { everything } from '../../everything';
import { commandsOf } from '../harness/commandsOf';
import { useWorkbench } from '../harness/session';
import { testExtension } from '../harness/testExtension';
import { isNewest } from '../harness/newest';
import type { Workbench } from '../harness/Workbench';

const open = useWorkbench({ shared: 'in any file' });

const files = {
  'a.py': `import numpy as np

# The input is small: two rows.
A_prev = np.array([[1, 2, 3], [4, 5, 6]])

W = np.array([[1, 0], [0, -1]])
`,
  'empty.py': '',
  'prose.txt': 'Nothing here is a number.\n\nNor here.\n',
};

interface State {
  /** Without one, no editor is open. */
  readonly file?: keyof typeof files;
  /** Line, column, line, column of each selection, from 0. */
  readonly selections?: readonly (readonly [number, number, number, number])[];
}

const twoArrays = { file: 'a.py', selections: [[3, 18, 3, 40], [5, 13, 5, 30]] } as const; // oxfmt-ignore
const twoWords = { file: 'a.py', selections: [[2, 2, 2, 5], [2, 6, 2, 11]] } as const; // oxfmt-ignore

const states: Readonly<Record<string, State>> = {
  'in an array': { file: 'a.py', selections: [[3, 20, 3, 20]] },
  'in a comment': { file: 'a.py', selections: [[2, 12, 2, 12]] },
  'on an empty line': { file: 'a.py', selections: [[4, 0, 4, 0]] },
  'at the end of the file': { file: 'a.py', selections: [[6, 0, 6, 0]] },
  'with two arrays selected': twoArrays,
  'with two words selected': twoWords,
  'in an empty file': { file: 'empty.py', selections: [[0, 0, 0, 0]] },
  'in prose': { file: 'prose.txt', selections: [[0, 3, 0, 3]] },
  'without an editor': {},
};

/** Those that read the text at the cursor are begun in one or two states each, in the whole set in every one; the others, which read the panel, in one. */
const readsText =
  /^layerLens\.(stepThrough(Convolution|Pooling)?|inspectArray|checkMyCode|checkGradient|compareWithResult)$/;
const stateOfOthers = 'without an editor';
/** Of these, which read the text alike, one is begun in each state, in turn. */
const alike = ['layerLens.stepThrough', 'layerLens.stepThroughConvolution', 'layerLens.stepThroughPooling'];

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
};
const commands = contributes.commands.map(({ command }) => command);
const readers = commands.filter((command) => readsText.test(command));

/** What a message has to contain to name what can be done. */
const advice = /\b(opens one|open|select|put the cursor|copy|define|start the debugger|use the menu|step through)\b/i;

test('every command opens something or names what to do, wherever the cursor is, without an error', async () => {
  const { workbench, workspace } = await open({ ...testExtension(files), open: 'a.py' });
  await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const ask = await commandsOf(workspace);
  const results: string[] = [];
  // Commands follow each other so quickly that VS Code would not show all of their messages.
  await workbench.notifications.setClock(10);
  workbench.problems.forget();
  for (const [index, [state, place]] of Object.entries(states).entries()) {
    let opened = true;
    const isBegun = (command: string): boolean => {
      if (alike.includes(command)) return alike.indexOf(command) === index % alike.length;
      if (!readers.includes(command)) return state === stateOfOthers;
      return everything || (readers.indexOf(command) + index) % 6 === 0;
    };
    for (const command of commands.filter(isBegun)) {
      expect(await ask({ prepare: { ...place, opened } }), `error before ${command} ${state}`).toBeUndefined();
      await ask({ command });
      const result = await shownBy(workbench, command);
      results.push(`${command} ${state}: ${result ?? 'nothing'}`);
      opened = result === undefined || !result.startsWith('message');
    }
  }
  expect(await ask({ prepare: { opened: true } })).toBeUndefined();
  expect(results.filter((result) => result.endsWith(': nothing'))).toEqual([]);
  expect(results.filter((result) => result.includes(': message ') && !advice.test(result))).toEqual([]);
  expect(workbench.problems.list()).toEqual([]);
}, 600_000);

/** The newest VS Code does not show messages to a program that drives it; its bell has a dot then. */
const bell = 'bell';
const progress = /: (checking|comparing) /;

/** What a command has brought onto the screen, once there is something. */
async function shownBy({ page, notifications }: Workbench, command: string): Promise<string | undefined> {
  // A text of the status bar stays for some seconds: it answers one command only.
  const inStatusBar = command === 'layerLens.debug.follow';
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const shown = await page
      .waitForFunction(shownOnPage, { inStatusBar, isNewest }, { timeout: 60_000, polling: 30 })
      .catch(() => undefined);
    const result = await shown?.jsonValue();
    if (result !== bell) return result ?? undefined;
    const messages = (await notifications.texts()).filter((text) => !progress.test(text));
    if (messages.length > 0) return `message ${messages.join(' ')}`;
  }
  return undefined;
}

/** Runs in the page: a dialog, a quick pick, an editor that is not of the text, or a message; not one that reports progress. */
function shownOnPage({ inStatusBar, isNewest }: { inStatusBar: boolean; isNewest: boolean }): string | undefined {
  const texts = (selector: string): string[] =>
    [...document.querySelectorAll<HTMLElement>(selector)]
      .filter((each) => each.checkVisibility())
      .map((each) => each.innerText);
  const [dialog] = texts('.monaco-dialog-box');
  if (dialog !== undefined) return `dialog ${dialog}`;
  if (texts('.quick-input-widget').length > 0) {
    const field = document.querySelector<HTMLInputElement>('.quick-input-widget input');
    return `question ${texts('.quick-input-title').join(' ')} ${field?.placeholder ?? ''}`;
  }
  const messages = texts('.notification-list-item-message').filter((text) => !/: (checking|comparing) /.test(text));
  if (messages.length > 0) return `message ${messages.join(' ')}`;
  if (isNewest && texts('.codicon-bell-dot').length > 0) return 'bell';
  const tab = texts('.tab').find((label) => /Layer Lens|Example|Untitled/.test(label));
  if (tab !== undefined) return `editor ${tab}`;
  const [status] = inStatusBar ? texts('.statusbar-item').filter((text) => /debugger|each stop/.test(text)) : [];
  return status === undefined ? undefined : `status ${status}`;
}
