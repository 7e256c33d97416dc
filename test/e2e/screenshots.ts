/** Takes pictures in the real workbench: the README's, or every operation in every theme and two widths, and other situations. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { browserFlags } from '../shared/browserFlags';
import { courseCase, courseText } from '../shared/course';
import type { Panel } from './harness/Panel';
import { Workbench } from './harness/Workbench';
import { makeWorkspace, themes, type Theme } from './harness/workspace';
import { situations } from './situations';

export interface ScreenshotOptions {
  readonly origin: string;
  readonly executablePath: string;
  /** A file, or with `all` a folder. */
  readonly target: string;
  readonly all: boolean;
  readonly samples: string;
  /** With `all`, only the scenes and situations of these names. */
  readonly only?: readonly string[] | undefined;
}

interface Scene {
  readonly name: string;
  readonly command: string;
  readonly text: string;
  /** The step shown, as a share of all. */
  readonly at: number;
}

const convolution = 'Layer Lens: Step Through Convolution';
const pooling = 'Layer Lens: Step Through Pooling';

const scenes: readonly Scene[] = [
  scene('conv-forward', convolution, 'conv_forward', 0.35),
  scene('conv-backward', convolution, 'conv_backward', 0.35),
  scene('pool-forward-max', pooling, 'pool_forward_max_stride1', 0.35),
  scene('pool-forward-average', pooling, 'pool_forward_average_stride1', 0.35),
  scene('pool-backward-max', pooling, 'pool_backward_max', 0.35),
  scene('pool-backward-average', pooling, 'pool_backward_average', 0.35),
  scene('inspect', 'Layer Lens: Inspect Array', 'conv_forward', 0),
];

/** Panel widths in pixels and the windows in which the panel, next to the editor, has them. */
const windows = [
  { panel: 525, size: { width: 1400, height: 900 } },
  { panel: 1120, size: { width: 2590, height: 900 } },
] as const;

export async function takeScreenshots(options: ScreenshotOptions): Promise<void> {
  const browser = await chromium.launch({ executablePath: options.executablePath, args: browserFlags });
  try {
    if (options.all) await takeAll(browser, options);
    else await takeReadmePicture(browser, options);
  } finally {
    await browser.close();
  }
}

async function takeReadmePicture(browser: Browser, { origin, samples, target }: ScreenshotOptions): Promise<void> {
  const names = readdirSync(samples).filter((name) => /\w\.\w+$/.test(name));
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(samples, name), 'utf8')]));
  const workspace = makeWorkspace({ files, settings: { 'files.exclude': { '.vscode': true } } });
  const file = workspace.path('pool_backward.py');
  const workbench = await Workbench.open(browser, { origin, folder: workspace.folder, file, size: windows[0].size });
  const lines = files['pool_backward.py']!.split('\n');
  await workbench.cursorTo(1 + lines.findIndex((line) => line.startsWith('dA_prev1 =')));
  await workbench.command(pooling);
  const panel = await workbench.panel();
  // Step 23 of the README.
  await panel.seek(22);
  await workbench.page.screenshot({ path: target });
  await workbench.close();
  workspace.remove();
}

async function takeAll(browser: Browser, options: ScreenshotOptions): Promise<void> {
  const { origin, target, only } = options;
  mkdirSync(target, { recursive: true });
  await takeSituations(browser, options);
  for (const each of scenes.filter(({ name }) => only?.includes(name) ?? true)) {
    for (const theme of Object.keys(themes) as Theme[]) {
      for (const { panel: width, size } of windows) {
        const workspace = makeWorkspace({ files: { 'case.py': each.text }, theme });
        const file = workspace.path('case.py');
        const workbench = await Workbench.open(browser, { origin, folder: workspace.folder, file, size });
        await workbench.selectAll();
        await workbench.command(each.command);
        const panel = await workbench.panel();
        await seekShare(panel, each.at);
        await panel.body.screenshot({ path: join(target, `${each.name}-${theme}-${width}.png`) });
        await workbench.close();
        workspace.remove();
      }
    }
  }
}

/** Pictures of the whole window. */
async function takeSituations(browser: Browser, { origin, target, only }: ScreenshotOptions): Promise<void> {
  for (const { name, files, open, size, act } of situations) {
    if (only?.includes(name) === false) continue;
    const workspace = makeWorkspace({ files });
    const file = workspace.path(open);
    const workbench = await Workbench.open(browser, { origin, folder: workspace.folder, file, size });
    await act(workbench);
    await workbench.page.screenshot({ path: join(target, `${name}.png`) });
    await workbench.close();
    workspace.remove();
  }
}

async function seekShare(panel: Panel, share: number): Promise<void> {
  if (share === 0) return;
  const { count } = await panel.position();
  await panel.seek(Math.floor(count * share));
}

function scene(name: string, command: string, course: string, at: number): Scene {
  return { name, command, text: courseText(courseCase(course)), at };
}
