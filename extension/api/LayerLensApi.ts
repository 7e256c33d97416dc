/**
 * What `activate` returns to other extensions:
 * `const api = (await vscode.extensions.getExtension('layer-lens.layer-lens')?.activate()) as LayerLensApi`.
 * All functions reject with an Error whose message names what is wrong.
 */
import type { FunctionCheck } from '../../core/check/FunctionCheck';
import { readable } from './readable';
import { computeScene, type ComputedLayer } from '../session/api/computeScene';
import { sceneOfRequest, textOf, type SceneRequest } from '../session/api/sceneOfRequest';
import type { ComputeJob } from '../session/export/layerArrays';
import type { Scene } from '../../core/scene/Scene';

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

export interface ApiPorts {
  open(scene: Scene): void;
  readonly compute: ComputeJob;
  check(source: string): Promise<readonly FunctionCheck[]>;
}

export function layerLensApi(ports: ApiPorts): LayerLensApi {
  return {
    version: 1,
    inspect: (request) => readable(() => ports.open({ ...sceneOfRequest(request, 'array'), show: 'inspect' })),
    stepThrough: (request) => readable(() => ports.open(sceneOfRequest(request, 'layer'))),
    compute: (request) => readable(() => computeScene(sceneOfRequest(request, 'layer'), ports.compute)),
    check: (source) => readable(() => ports.check(textOf(source))),
  };
}
