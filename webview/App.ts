/** The panel as a whole: receives the host's messages and gives each to its page. */
import { msg } from '../core/message';
import type { ErrorNotice, HostMessage, Preferences, StateMessage } from '../core/panel/protocol';
import { ErrorView } from './ErrorView';
import type { Appearance } from './heatmap/MapEvents';
import { InspectPage } from './inspect/InspectPage';
import { t } from './l10n';
import { LessonView } from './lesson/LessonView';
import { LayerPage } from './LayerPage';
import { Readiness } from './Readiness';
import { onThemeChange, readTheme } from './theme';
import { el, setText } from './ui/el';
import type { Host } from './host';

const initialPreferences: Preferences = {
  precision: 2,
  speed: 2,
  colorMap: 'lens',
  showPadding: true,
  headerFolded: false,
  showResult: false,
};

export class App {
  private readonly live = el('div', { 'data-part': 'live', class: 'sr-only', 'aria-live': 'polite', role: 'status' });
  private readonly verdict = el('div', { 'data-part': 'verdict', class: 'sr-only', 'aria-live': 'polite' });
  private readonly progress = el('div', { class: 'progress', role: 'progressbar', hidden: true });
  private readonly error: ErrorView;
  private readonly place = el('div', { class: 'place' });
  private readonly readiness = new Readiness(() => this.page?.isDrawn ?? true);
  private readonly lesson = new LessonView((part) => {
    this.readiness.expectState();
    this.host.post({ type: 'openPart', part });
  });
  private page: LayerPage | InspectPage | undefined;
  private preferences = initialPreferences;
  private theme = readTheme();
  private generation = -1;

  constructor(
    private readonly host: Host,
    root: HTMLElement,
  ) {
    this.error = new ErrorView({
      reveal: () => host.post({ type: 'revealError' }),
      act: (action) => host.post({ type: 'errorAction', action }),
    });
    this.progress.setAttribute('aria-label', t(msg('computing')));
    root.append(this.progress, this.lesson.element, this.error.element, this.place, this.live, this.verdict);
  }

  /** Sends the first message: a panel that VS Code restored gives back what it kept. */
  start(): void {
    this.readiness.publish();
    this.host.onMessage((message) => this.receive(message));
    onThemeChange(() => {
      this.theme = readTheme();
      this.page?.setAppearance(this.appearance());
    });
    window.addEventListener('resize', () => this.page?.resize());
    void document.fonts.ready.then(() => this.page?.resize());
    const { memento } = this.host;
    this.host.post(memento === undefined || memento === null ? { type: 'ready' } : { type: 'restore', memento });
  }

  private receive(message: HostMessage): void {
    if (message.type === 'state') this.showState(message);
    else if (message.generation === this.generation) this.page?.receive(message);
    this.readiness.publish();
  }

  private showState(message: StateMessage): void {
    const { content, error, preferences, memento, progress } = message;
    this.generation = message.generation;
    this.preferences = preferences;
    this.host.keepMemento(memento);
    this.readiness.stateArrived(progress !== undefined, message.lastField);
    this.showProgress(progress);
    this.lesson.update(message.lesson);
    this.error.update(isAtField(content, error) ? undefined : error, content.kind === 'empty');
    document.body.dataset.generation = String(message.generation);
    this.pageFor(content.kind);
    if (content.kind === 'empty') this.place.hidden = progress !== undefined || error !== undefined;
    else this.place.hidden = false;
    this.page?.setAppearance(this.appearance());
    if (content.kind === 'layer' && this.page instanceof LayerPage) this.page.showState(content, message);
    else if (content.kind === 'inspect' && this.page instanceof InspectPage) this.page.showState(content, message);
  }

  private pageFor(kind: StateMessage['content']['kind']): void {
    if (this.page?.kind === kind) return;
    this.page?.dispose();
    setText(this.verdict, '');
    this.page = this.createPage(kind);
    this.place.replaceChildren(this.page?.element ?? emptyPage());
  }

  private createPage(kind: StateMessage['content']['kind']): LayerPage | InspectPage | undefined {
    const deps = {
      post: this.host.post.bind(this.host),
      drawn: () => this.readiness.publish(),
      expectState: () => this.readiness.expectState(),
      expectVerdict: () => this.readiness.expectVerdict(),
      verdictArrived: () => this.readiness.verdictArrived(),
      setField: (id: string, value: string) =>
        this.host.post({ type: 'setField', id, value, number: this.readiness.expectField() }),
      above: () => this.lesson.element.offsetHeight,
      say: (text: string) => void (this.live.textContent = text),
      sayVerdict: (text: string) => setText(this.verdict, text),
      setPreferences: (change: Partial<Preferences>) => this.setPreferences(change),
      keepStep: (step: number) => this.keepStep(step),
    };
    switch (kind) {
      case 'layer':
        return new LayerPage(deps);
      case 'inspect':
        return new InspectPage(deps);
      case 'empty':
        return undefined;
    }
  }

  /** Shown at once; the host only stores them. */
  private setPreferences(change: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...change };
    this.host.post({ type: 'setPreferences', preferences: change });
    this.page?.setAppearance(this.appearance());
  }

  /** The memento knows the step of the last state; a reload comes back to the step that is shown. */
  private keepStep(step: number): void {
    const { memento } = this.host;
    if (typeof memento === 'object' && memento !== null && 't' in memento)
      this.host.keepMemento({ ...memento, t: step });
  }

  private appearance(): Appearance {
    const { preferences, theme } = this;
    return { ...preferences, theme };
  }

  private showProgress(progress: number | undefined): void {
    this.progress.hidden = progress === undefined;
    const known = progress !== undefined && progress >= 0;
    this.progress.classList.toggle('unknown', !known);
    this.progress.style.setProperty('--part', known ? `${progress * 100}%` : '30%');
    if (known) this.progress.setAttribute('aria-valuenow', String(Math.round(progress * 100)));
    else this.progress.removeAttribute('aria-valuenow');
  }
}

/** Whether one of the fields shows the error already. */
function isAtField(content: StateMessage['content'], error: ErrorNotice | undefined): boolean {
  if (error?.field === undefined || content.kind === 'empty') return false;
  const fields = content.kind === 'layer' ? content.assumptions.map(({ field }) => field) : [];
  return [...content.fields, ...fields].some((field) => field?.error !== undefined);
}

function emptyPage(): HTMLElement {
  return el(
    'main',
    { class: 'empty-page' },
    el('p', {}, t(msg('Select an array or a layer call in the editor and run “Layer Lens: Step Through”.'))),
  );
}
