/** What is run to show a checked function step by step. */
import type { LayerCase } from '../../core/check/cases/LayerCase';
import type { TraceRequest } from '../session/compute/WorkerRequest';
import type { CheckedFunction } from './CheckResults';

export function traceRequest({ check, text }: CheckedFunction, layerCase?: LayerCase): Omit<TraceRequest, 'kind'> {
  const repaired = check.mistakes.find((mistake) => mistake.verified)?.repaired;
  return {
    source: text.source,
    name: check.name,
    ...(layerCase && { layerCase }),
    ...(repaired !== undefined && { repaired }),
  };
}
