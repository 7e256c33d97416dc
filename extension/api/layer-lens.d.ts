/**
 * The API that Layer Lens gives other extensions. Copy this file into an extension, which needs nothing else:
 *
 *     import type { LayerLensApi } from './layer-lens';
 *     const api: LayerLensApi | undefined = await vscode.extensions.getExtension('layer-lens.layer-lens')?.activate();
 *
 * All functions reject with an Error whose message names what is wrong.
 */
export interface LayerLensApi {
  /** Raised when a function changes in a way that breaks its users. */
  readonly version: 1;
  /** Shows arrays as heatmaps. */
  inspect(request: SceneRequest): Promise<void>;
  /** Opens a layer in the panel, at the step of the request. */
  stepThrough(request: SceneRequest): Promise<void>;
  /** The arrays of a layer and its results, without a panel. */
  compute(request: SceneRequest): Promise<ComputedLayer>;
  /** Compares the functions of Python code with the layers they implement. The code is interpreted, never run. */
  check(source: string): Promise<readonly FunctionCheck[]>;
}

/** Entries of a scene file, `schemas/scene.schema.json`: `arrays` or `code`, and what is to be shown. */
export interface SceneRequest {
  readonly title?: LocalizedText;
  readonly arrays?: readonly RequestedArray[];
  readonly code?: {
    /** VS Code's language identifier: `python`. */
    readonly language: string;
    readonly text?: string;
  };
  /** The layer; `any`: that of the code, or the one that fits the names of the arrays. */
  readonly show?: 'conv' | 'pool' | 'any' | 'inspect';
  /** Fields of the panel as they would be typed: `{ pass: 'backward', stride: '2', pad: '1' }`. */
  readonly options?: Readonly<Record<string, string>>;
  /** From 0. */
  readonly step?: number;
  readonly notes?: RequestedNote[];
}

export interface RequestedArray {
  /** Decides the role: `A_prev`, `W`, `b`, `dZ`, … */
  readonly name?: string;
  readonly shape: number[];
  /** In C order; of a Float32Array they are float32. */
  readonly values:
    | number[]
    | Float64Array
    | Float32Array
    | Int32Array
    | Int16Array
    | Int8Array
    | Uint32Array
    | Uint16Array
    | Uint8Array
    | Uint8ClampedArray;
  /** NumPy's name of the type. */
  readonly dtype?: string;
}

export interface RequestedNote {
  /** The step at which the note appears, from 0; it stays until the next note. */
  readonly step: number;
  /** Markdown: paragraphs, `code`, **strong** and *emphasis*. */
  readonly text: LocalizedText;
  /** The answer of the step is covered until it is given or revealed. */
  readonly cover?: boolean;
}

/** One text, or one per language by its VS Code locale: `{ en: '…', 'zh-cn': '…' }`. */
export type LocalizedText = string | Record<string, string>;

export interface ComputedLayer {
  /** `conv_forward  A_prev (1, 4, 5, 1) ∗ W (3, 3, 1, 1) → Z (1, 2, 3, 1)`. */
  readonly sentence: string;
  /** In the course's layout: channels last. Inputs first, then results. */
  readonly arrays: readonly {
    readonly name: string;
    readonly array: { readonly shape: readonly number[]; readonly data: Float64Array | Float32Array };
    readonly result: boolean;
  }[];
  /** Values of the panel's fields: `{ pass: 'forward', stride: '1', pad: '0' }`. A request may give each of them. */
  readonly options: Readonly<Record<string, string>>;
  /** What was assumed, in English. */
  readonly assumptions: readonly string[];
  /** What could not be read of the text around the layer, in English. */
  readonly problems: readonly string[];
}

export interface FunctionCheck {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** `conv_forward`, `pool_backward`, … */
  readonly operation: string;
  /** Whether the function agrees on the user's own case; on the course's test arrays where the text has no call. */
  readonly agrees: boolean;
  /** The interpreter cannot run the function; `error` names the reason. Nothing is claimed about its results. */
  readonly refused: boolean;
  readonly error?: { readonly message: string; readonly line: number };
  /** Number of differing cells in the user's own case. */
  readonly differing: number;
  readonly total: number;
  /** Largest absolute difference; Infinity for a wrong shape. */
  readonly largest: number;
  /** The first differing cell of a result, and the step of the layer's loop that gives it, from 0. */
  readonly first?: { readonly array: string; readonly index: readonly number[]; readonly step: number };
  /** Which axis of a result has a wrong size. */
  readonly shape?: string;
  readonly mistakes: readonly {
    /** Kind of the mistake: `stride-ignored`. */
    readonly id: string;
    /** From 1; absent where only numbers are known. */
    readonly line?: number;
    readonly message: string;
    /** Whether the repaired function agrees on the user's case and on all other geometries. */
    readonly verified: boolean;
    /** The whole source after all repairs of the function. */
    readonly repaired?: string;
  }[];
  /** A convention that differs from the course's: not a mistake. */
  readonly convention?: string;
  /** Other geometries on which the function differs from the layer. */
  readonly unseen: readonly { readonly case: string; readonly why: string }[];
  /** Number of other geometries that were run. */
  readonly geometries: number;
}
