/**
 * One panel's model: what is shown and at which step. It hears the panel's intents and answers with whole states and frames;
 * it knows no VS Code. A change that cannot be computed leaves the last good picture and is said at its field.
 */
import { LensError, msg, type Message } from '../../core/message';
import type { ErrorNotice, HostMessage, LayerState, InspectState, EmptyState } from '../../core/protocol';
import type { ParseResult, TextRange } from '../../core/read/ParseResult';
import { FrameEncoder } from '../../core/wire';
import { plainTools, type Tools } from '../../core/setup/Tools';
import { readProblem, readSource } from '../source/readSource';
import { sourceKey, type LensSource, type TextSource } from '../source/LensSource';
import { inspectState, openInspect, type InspectPicture } from './InspectPicture';
import { layerState, moveView, openLayer, positionOf, type LayerPicture, type Place } from './LayerPicture';
import { keepSource, readMemento, sourceOf, type KeptSource, type Memento } from './memento';
import { elementAt, rangeOf, type Element } from './links';
import { formatLike, readTyped } from '../source/formatLike';
import { fieldOf, openForgiving } from './openForgiving';
import { readPanelMessage, type CheckedMessage } from './panelMessage';
import type { SessionPorts } from './ports';

/** What the user asked for: a layer of a kind, of any kind, or to look at an array. */
export type Purpose = Memento['purpose'];

const mostFramesAtOnce = 128;

export class Session {
  private source: LensSource | undefined;
  private kept: KeptSource | undefined;
  private purpose: Purpose = 'any';
  private picture: LayerPicture | InspectPicture | undefined;
  private notice: ErrorNotice | undefined;
  private errors = new Map<string, Message>();
  private typed = new Map<string, string>();
  private generation = 0;
  private encoder = new FrameEncoder();
  /** Steps of this generation that the panel has. */
  private sent = new Set<number>();
  private connected = false;
  private restoring = false;
  /** The picture's ranges are those of the text as it stands now. */
  private linked = false;

  constructor(
    private readonly ports: SessionPorts,
    private readonly tools: Tools = plainTools,
  ) {}

  /** Where the source came from; a panel with the same key is reused. */
  get key(): string | undefined {
    return this.source && sourceKey(this.source);
  }

  get title(): string | undefined {
    return this.kept?.name;
  }

  /** The text that is shown. */
  get text(): TextSource | undefined {
    return this.source?.kind === 'text' ? this.source : undefined;
  }

  /** The document whose text is shown. */
  get uri(): string | undefined {
    return this.text?.uri;
  }

  /** Shows a source from its first step. Choices of an earlier source do not carry over. */
  open(source: LensSource, purpose: Purpose): void {
    this.source = source;
    this.kept = keepSource(source);
    this.purpose = purpose;
    this.picture = undefined;
    this.clearProblems();
    this.build(undefined, {});
    this.postState();
  }

  /** The text has changed: the same choices, the same step where it still exists; what cannot be read leaves the picture. */
  update(source: LensSource): void {
    this.source = source;
    this.notice = undefined;
    const place = this.picture?.kind === 'layer' ? placeOf(this.picture) : undefined;
    this.build(place, { ...this.picture?.choices, ...Object.fromEntries(this.typed) });
    this.postState();
  }

  /** The text is being edited: until `update` nothing is known about where the numbers stand. */
  textChanged(): void {
    this.linked = false;
  }

  /** The panel is gone. */
  close(): void {
    this.connected = false;
    this.editor?.outline(undefined);
  }

  /** The cursor stands at an offset of the source's document; undefined: elsewhere. */
  cursorAt(offset: number | undefined): void {
    if (!this.connected || !this.picture) return;
    const element = offset === undefined || !this.linked ? undefined : elementAt(this.picture, offset);
    this.ports.post({ type: 'cursor', generation: this.generation, ...(element && { element }) });
  }

  /** Anything that the panel posts. */
  receive(message: unknown): void {
    const checked = readPanelMessage(message);
    if (checked) this.handle(checked);
    else this.ports.log('error', `the panel sent what is no message: ${JSON.stringify(message)?.slice(0, 200)}`);
  }

  /** Builds again what a memento describes. */
  async restore(value: unknown): Promise<void> {
    const memento = readMemento(value);
    if (!memento) return;
    this.kept = memento.source;
    this.purpose = memento.purpose;
    this.restoring = true;
    const source = await this.reopen(memento.source);
    this.restoring = false;
    if (this.source) return;
    if (source) {
      this.source = source;
      this.build(restoredPlace(memento), memento.choices);
    }
    this.postState();
  }

  private handle(message: CheckedMessage): void {
    switch (message.type) {
      case 'ready':
        this.connected = true;
        this.postState();
        return;
      case 'restore':
        this.connected = true;
        if (this.kept) this.postState();
        else void this.restore(message.memento);
        return;
      case 'seek':
        if (message.generation === this.generation) this.seek(message.t);
        return;
      case 'wantFrames':
        if (message.generation === this.generation) this.postFrames(message.from, message.to);
        return;
      case 'setField':
        this.setField(message.id, message.value);
        return;
      case 'setPreferences':
        this.ports.preferences.write(message.preferences);
        return;
      case 'explain':
        if (message.generation === this.generation) this.explain(message);
        return;
      case 'revealSource':
        this.reveal(message);
        return;
      case 'focusElement':
        this.outline(message);
        return;
      case 'editElement':
        this.editElement(message);
        return;
      case 'revealError':
        if (this.notice?.range) this.editor?.reveal(this.notice.range);
        return;
      case 'copy':
        this.ports.copy(message.text);
        return;
      case 'log':
        this.ports.log(message.level, message.text);
        return;
    }
  }

  private get editor() {
    return this.uri === undefined ? undefined : this.ports.editor(this.uri);
  }

  /** Makes a new picture or leaves the old one and says why. */
  private build(place: Place | undefined, choices: Readonly<Record<string, string>>): void {
    if (!this.source) return;
    try {
      const parsed = readSource(this.source);
      const problem = readProblem(parsed);
      if (problem) throw problem;
      this.show(parsed, place, choices);
      this.kept = keepSource(this.source);
      this.linked = true;
    } catch (error) {
      this.linked = false;
      this.fail(error);
    }
  }

  private show(parsed: ParseResult, place: Place | undefined, choices: Readonly<Record<string, string>>): void {
    if (this.purpose === 'inspect') {
      this.picture = openInspect(parsed, choices);
      return;
    }
    const wish = this.purpose === 'any' ? undefined : this.purpose;
    const { picture, errors } = openForgiving({ parsed, wish, choices }, place, this.tools);
    this.picture = picture;
    this.errors = new Map(errors);
  }

  private setField(id: string, value: string): void {
    const { picture } = this;
    if (!picture) return;
    if (picture.kind === 'inspect') {
      this.picture = openInspect(picture.parsed, { ...picture.choices, [id]: value });
      this.postState();
      return;
    }
    const moved = moveView(picture, id, value);
    if (moved) this.picture = moved;
    else this.setChoice(picture, id, value);
    this.postState();
  }

  private setChoice(picture: LayerPicture, id: string, value: string): void {
    this.typed.set(id, value);
    const choices = Object.fromEntries(
      Object.entries({ ...picture.choices, ...Object.fromEntries(this.typed) }).filter(
        ([, text]) => text.trim() !== '',
      ),
    );
    this.errors.clear();
    this.notice = undefined;
    try {
      this.picture = openLayer({ ...picture, choices }, placeOf(picture), this.tools);
      this.typed.clear();
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    if (!(error instanceof LensError)) {
      this.ports.log('error', error instanceof Error ? (error.stack ?? error.message) : String(error));
      this.notice = { message: msg('something went wrong inside Layer Lens: {0}', String(error)) };
      return;
    }
    const { detail, field, range } = error;
    if (field && this.picture) this.errors.set(fieldOf(field), detail);
    this.notice = { message: detail, ...(range && { range }), ...(field && { field }) };
  }

  private clearProblems(): void {
    this.notice = undefined;
    this.errors.clear();
    this.typed.clear();
  }

  private seek(t: number): void {
    if (this.picture?.kind !== 'layer') return;
    const { stepper, view } = this.picture;
    this.picture = { ...this.picture, t: Math.min(t, stepper.timeline(view.granularity).count - 1) };
    this.postFrames(this.picture.t, this.picture.t);
  }

  /** Those that the panel does not have, both ends included. */
  private postFrames(from: number, to: number): void {
    if (this.picture?.kind !== 'layer') return;
    const { stepper, view } = this.picture;
    const last = Math.min(to, from + mostFramesAtOnce - 1, stepper.timeline(view.granularity).count - 1);
    const frames = [];
    for (let t = from; t <= last; t++) {
      if (this.sent.has(t)) continue;
      this.sent.add(t);
      frames.push(this.encoder.encode(stepper.frame(t, view)));
    }
    if (frames.length > 0) this.ports.post({ type: 'frames', generation: this.generation, frames });
  }

  private explain({ request, cell, t }: Extract<CheckedMessage, { type: 'explain' }>): void {
    if (this.picture?.kind !== 'layer') return;
    const explanation = this.picture.stepper.explain(cell, t, this.picture.view);
    this.ports.post({ type: 'explanation', generation: this.generation, request, ...(explanation && { explanation }) });
  }

  /** Where an element's number stands in the text, while that is known. */
  private rangeOf(element: Element): TextRange | undefined {
    return this.linked && this.picture ? rangeOf(this.picture, element) : undefined;
  }

  private reveal(element: Element): void {
    const range = this.rangeOf(element);
    if (range) this.editor?.reveal(range);
  }

  private outline({ role, index }: Extract<CheckedMessage, { type: 'focusElement' }>): void {
    this.editor?.outline(index === undefined ? undefined : this.rangeOf({ role, index }));
  }

  private editElement({ role, index, text }: Extract<CheckedMessage, { type: 'editElement' }>): void {
    const range = this.rangeOf({ role, index });
    const written = range && textAt(this.text, range);
    if (!range || written === undefined) return;
    const typed = readTyped(text);
    if (typed === undefined) {
      this.notice = { message: msg('“{0}” is not a number', text.trim()) };
      this.postState();
      return;
    }
    this.editor?.replace(range, formatLike(written, typed));
  }

  private postState(): void {
    if (!this.connected || this.restoring) return;
    this.generation++;
    this.encoder = new FrameEncoder();
    this.sent = new Set();
    const message: HostMessage = {
      type: 'state',
      generation: this.generation,
      content: this.content(),
      ...(this.notice && { error: this.notice }),
      preferences: this.ports.preferences.read(),
      memento: this.memento(),
    };
    this.ports.post(message);
    if (this.picture?.kind === 'layer') this.postFrames(this.picture.t, this.picture.t);
  }

  private content(): LayerState | InspectState | EmptyState {
    const source = msg('{0}', this.kept?.name ?? '');
    if (!this.picture) return { kind: 'empty', source };
    if (this.picture.kind === 'inspect') return inspectState(this.picture, source);
    return layerState(this.picture, source, this.errors, this.typed);
  }

  private memento(): Memento | undefined {
    if (!this.kept) return undefined;
    const layer = this.picture?.kind === 'layer' ? this.picture : undefined;
    return {
      version: 1,
      source: this.kept,
      purpose: this.purpose,
      choices: { ...this.picture?.choices },
      channel: layer?.view.channel ?? 0,
      filter: layer?.view.filter ?? 0,
      granularity: layer?.view.granularity ?? 'window',
      t: layer?.t ?? 0,
    };
  }

  private async reopen(kept: KeptSource): Promise<LensSource | undefined> {
    if (kept.kind === 'lost') {
      this.notice = { message: msg('{0} was too large to be kept over the reload: open it again', kept.name) };
      return undefined;
    }
    if (kept.kind !== 'document') return sourceOf(kept);
    try {
      const { text, languageId } = await this.ports.openDocument(kept.uri);
      const segments = kept.ranges.map(([start, end]) => ({ offset: start, text: text.slice(start, end) }));
      return { kind: 'text', name: kept.name, uri: kept.uri, languageId, segments };
    } catch (error) {
      this.ports.log('error', String(error));
      this.notice = { message: msg('{0} can no longer be read', kept.name) };
      return undefined;
    }
  }
}

function placeOf(picture: LayerPicture): Place {
  return { view: picture.view, t: picture.t, position: positionOf(picture) };
}

function restoredPlace({ channel, filter, granularity, t }: Memento): Place {
  return { view: { channel, filter, granularity }, t };
}

function textAt(source: TextSource | undefined, [start, end]: TextRange): string | undefined {
  const segment = source?.segments.find(({ offset, text }) => offset <= start && end <= offset + text.length);
  return segment?.text.slice(start - segment.offset, end - segment.offset);
}
