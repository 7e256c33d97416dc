/** Interfaces that a session uses, implemented with VS Code in the extension and by fakes in tests. */
import type { MistakesRequest } from '../../core/check/numbers/nameMistakes';
import type { Message } from '../../core/message';
import type { LayerJob, LayerResult } from '../../core/layer/job/LayerJob';
import type { HostMessage, Preferences } from '../../core/panel/protocol';
import type { TextRange } from '../../core/read/ParseResult';
import type { LessonRun } from './lesson/LessonRun';
import type { Memento } from './memento';
import type { ArraySource, CheckSource, FileOrigin, TextSource } from './source/LensSource';

export interface PreferencesPort {
  read(): Preferences;
  write(change: Partial<Preferences>): void;
}

/** The text that a source came from; ranges are offsets into its document. */
export interface EditorPort {
  reveal(range: TextRange): void;
  /** Outlines a number in the text; undefined: none. */
  outline(range: TextRange | undefined): void;
  /** One undoable edit; refused where the text at `range` is no longer `expected`. */
  replace(range: TextRange, text: string, expected?: string): void;
}

/** A computation that lasts. `result` rejects with a LensError, also when it is cancelled. */
interface RunningJob {
  readonly result: Promise<LayerResult>;
  readonly cancel: () => void;
}

export interface SessionPorts {
  post(message: HostMessage): void;
  /** Whether the panel has the keyboard focus in the editor area. */
  isActive(): boolean;
  readonly preferences: PreferencesPort;
  /** The document that a source came from. */
  editor(uri: string): EditorPort;
  /** `progress` receives the share that is done, 0 … 1. */
  compute(job: LayerJob, progress: (share: number) => void): RunningJob;
  /** Names, without blocking the host, the mistakes that give exactly the user's numbers. Rejects with a LensError. */
  nameMistakes(request: MistakesRequest): Promise<readonly Message[]>;
  copy(text: string): void;
  log(level: 'info' | 'error', text: string): void;
  /** Rejects with a LensError that names the problem of a file. */
  readFiles(files: FileOrigin): Promise<ArraySource>;
  /** Checks a function again, without blocking the host. Rejects with a LensError where it is gone. */
  reopenCheck(kept: {
    readonly uri: string;
    /** Name of the source. */
    readonly name: string;
    readonly function?: string | undefined;
    /** Label of the case that is shown. */
    readonly shown?: Message;
  }): Promise<CheckSource>;
  /** Opens a file in VS Code's own editor. */
  openFile(uri: string): void;
  /** Reads a text without blocking the host: `readSource` then has it. Rejects with a LensError. */
  readText(source: TextSource): Promise<unknown>;
  /**
   * The memento of a part of a lesson; `before`: the run so far, whose answers are kept. Rejects with a LensError that names
   * what is wrong with the lesson.
   */
  openPart(uri: string, part: number, before?: LessonRun): Promise<Memento>;
  /** The text of a document that a memento names. Rejects when it cannot be read. */
  openDocument(uri: string): Promise<{ readonly text: string; readonly languageId: string }>;
}
