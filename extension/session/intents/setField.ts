/** A value that the user gave a field: of the source, of the view, or of the layer. */
import type { Message } from '../../../core/message';
import { contentOf } from '../content';
import { rangeProblem } from '../fieldRange';
import { followId } from '../followField';
import { chooseInspect } from '../picture/InspectPicture';
import { isViewField, moveView } from '../picture/LayerPicture';
import type { Loader } from '../state/Loader';
import type { SessionModel } from '../state/SessionModel';
import { sourceOfState } from '../state/SessionState';

export function setField(model: SessionModel, loader: Loader, id: string, value: string): void {
  const { picture, problems } = model;
  if (!picture) return;
  const refused = refusal(model, id, value);
  if (refused) return problems.refuse(id, value, refused);
  problems.accept();
  const source = sourceOfState(model.state);
  if (id === followId && source?.kind === 'arrays') return source.follow?.set(value === 'true');
  if (picture.kind === 'inspect') return model.show(chooseInspect(picture, id, value));
  const moved = moveView(picture, id, value);
  if (moved) model.show(moved);
  else loader.choose(id, value);
}

/** The reason why a value is out of its field's range. An emptied choice of the layer is its default. */
function refusal({ state, problems }: SessionModel, id: string, value: string): Message | undefined {
  const content = contentOf(state, problems);
  const field = content.kind === 'empty' ? undefined : content.fields.find((each) => each.id === id);
  if (!field || (value.trim() === '' && content.kind === 'layer' && !isViewField(id))) return undefined;
  return rangeProblem(field, value);
}
