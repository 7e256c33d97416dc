/** The panels that show variables: what they hold, and, while the debugger is followed, what it holds at each stop. */
import * as vscode from 'vscode';
import { LensError, msg } from '../../core/message';
import type { ParsedArray } from '../../core/read/ParseResult';
import { roleOfName } from '../../core/setup/roles/roles';
import type { LensPanel } from '../panel/LensPanel';
import type { PanelRegistry } from '../panel/PanelRegistry';
import type { Purpose } from '../session/source/Purpose';
import type { ArraySource, FollowSwitch } from '../session/source/LensSource';
import { translate } from '../language/translate';
import { DebugFrame, launchOf } from './DebugFrame';
import { joinVariables, type ReadVariable } from '../session/debug/joinVariables';
import { readPatiently } from './readPatiently';
import { readVariable } from '../session/debug/readVariable';
import { watchStops } from './watchStops';

/** Milliseconds after which a stop counts as one: stepping focuses several frames in a row. */
const settled = 80;

/** Milliseconds of reading at a stop before progress is shown. */
const quietStop = 1000;

interface Watched {
  readonly panel: LensPanel;
  readonly launch: string;
  variables: readonly ReadVariable[];
  /** As they were at the stop before. */
  last: readonly ReadVariable[];
}

export class VariablePanels implements FollowSwitch {
  private readonly watched = new Map<string, Watched>();
  private readonly status = vscode.window.createStatusBarItem('layerLens.follow', vscode.StatusBarAlignment.Left, 10);
  private following = false;
  /** The program has run since the variables were read. */
  private ran = false;
  private timer: unknown;
  /** Raised by every stop: an answer to an older one comes too late. */
  private stop = 0;

  constructor(private readonly panels: PanelRegistry) {
    this.status.name = 'Layer Lens';
    this.status.text = `$(eye) ${vscode.l10n.t('Layer Lens follows')}`;
    this.status.tooltip = vscode.l10n.t('Variables in the panels are read again at each stop. Click to end this.');
    this.status.command = 'layerLens.debug.follow';
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      this.status,
      watchStops(() => (this.ran = true)),
      vscode.debug.onDidChangeActiveStackItem((item) => this.focused(item)),
      vscode.debug.onDidChangeActiveDebugSession(() => this.showStatus()),
      { dispose: () => clearTimeout(this.timer) },
    );
  }

  /** Whether a filter was chosen for the panel that steps through this launch's variables. */
  hasFilter(session: vscode.DebugSession): boolean {
    const variables = this.watched.get(`debug:${launchOf(session)}`)?.variables ?? [];
    return variables.some(({ arrays }) => roleOfName(arrays[0]?.name) === 'w');
  }

  /** Shows variables: to step through, together with those of the same launch that belong to the layer; to inspect, alone. */
  show(session: vscode.DebugSession, added: readonly ReadVariable[], purpose: Purpose): void {
    const launch = launchOf(session);
    const inspecting = purpose === 'inspect';
    const uri = `debug:${launch}${inspecting ? `/${added.map(({ chain }) => chain).join()}` : ''}`;
    const variables = inspecting ? added : joinVariables(this.watched.get(uri)?.variables ?? [], added);
    const panel = this.panels.open(this.sourceOf(uri, launch, variables), purpose);
    const known = this.watched.get(uri)?.panel === panel;
    this.watched.set(uri, { panel, launch, variables, last: [] });
    if (known) return;
    panel.onDidDispose(() => {
      if (this.watched.get(uri)?.panel === panel) this.watched.delete(uri);
    });
  }

  get on(): boolean {
    return this.following;
  }

  /** Whether the variables in the panels are read again at each stop. */
  set(on: boolean): void {
    if (on === this.following) return;
    this.following = on;
    this.showStatus();
    // The program may have run on since the variables were read.
    this.focused(vscode.debug.activeStackItem);
    for (const { panel } of this.watched.values()) panel.session.refresh();
  }

  private showStatus(): void {
    if (this.following && vscode.debug.activeDebugSession) this.status.show();
    else this.status.hide();
  }

  private focused(item: typeof vscode.debug.activeStackItem): void {
    const onFrame = item instanceof vscode.DebugStackFrame;
    clearTimeout(this.timer);
    if (onFrame && this.following) this.timer = setTimeout(() => void this.readAgain(), settled);
  }

  private async readAgain(): Promise<void> {
    const frame = DebugFrame.current();
    if (!frame || !vscode.workspace.isTrusted) return;
    // Another frame of the same stop, or the same one once more, is compared with the stop before.
    if (this.ran) for (const watched of this.watched.values()) watched.last = watched.variables;
    this.ran = false;
    const stop = ++this.stop;
    const launch = launchOf(frame.session);
    for (const [uri, watched] of [...this.watched]) {
      if (watched.launch !== launch) continue;
      const variables = await this.readAll(frame, watched);
      if (stop !== this.stop) return;
      if (!variables || this.watched.get(uri) !== watched) continue;
      watched.variables = variables;
      watched.panel.session.update(this.sourceOf(uri, launch, variables));
    }
  }

  private sourceOf(uri: string, launch: string, variables: readonly ReadVariable[]): ArraySource {
    const arrays = variables.flatMap((variable) => variable.arrays);
    const name = `${arrays.map((array) => array.name).join(', ')} – ${launch}`;
    return { kind: 'arrays', name, uri, arrays, follow: this };
  }

  /** undefined where one of the variables is not there in this frame; the panel then keeps what it shows. */
  private async readAll(frame: DebugFrame, { variables, last }: Watched): Promise<readonly ReadVariable[] | undefined> {
    const title = vscode.l10n.t('Layer Lens: reading variables');
    try {
      return await readPatiently({ title, quiet: quietStop, maxElements: maxVariableElements() }, async (control) => {
        const read: ReadVariable[] = [];
        for (const { chain } of variables) {
          const arrays = await readVariable(frame, chain, control);
          const before = last.find((variable) => variable.chain === chain)?.arrays ?? [];
          read.push({ chain, arrays: withBefore(arrays, before) });
        }
        return read;
      });
    } catch (error) {
      const detail = error instanceof LensError ? error.detail : msg('{0}', String(error));
      vscode.window.setStatusBarMessage(`Layer Lens: ${translate(detail)}`, 5000);
      return undefined;
    }
  }
}

/** Numbers that one variable may hold. */
export function maxVariableElements(): number {
  return vscode.workspace.getConfiguration('layerLens').get<number>('maxElements', 16_000_000);
}

/** Each array with its values at the last stop, where it had the same shape. */
function withBefore(arrays: readonly ParsedArray[], last: readonly ParsedArray[]): ParsedArray[] {
  return arrays.map((array) => {
    const before = last.find(({ name }) => name === array.name)?.array;
    return before?.shape.join() === array.array.shape.join() ? { ...array, before } : array;
  });
}
