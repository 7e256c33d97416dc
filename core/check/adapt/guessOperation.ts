/** Which of the course's functions a name can be an implementation of. */
import { isCourseFunction, type CourseFunction } from '../CourseFunction';

const BACKWARD =
  /back_?w|back_?prop|_back$|deltas|bwd|_bp$|(?<!wino)grad|r(?:ü|ue)ckw|retropropag|_atr[aá]s$|_arri[eè]re$|_indietro$|fan_?xiang|反向|逆伝播|역전파|обратн|derivative|^d_?(?:conv|pool)|(?:^|_)d_?(?:x|w|b|k|input|weights?|kernels?|filters?)(?:_|$)/i;
const POOL = /pool|^chi_?hua|池化|プーリング|풀링|пулинг/i;
/** `promedio_atras`: the mean or the maximum, and the direction. */
const POOL_GRADIENT =
  /(?:promedio|m[aá]ximo|mittel(?:wert)?|moyenne|media)_(?:hacia_)?(?:atr[aá]s|arri[eè]re|r(?:ü|ue)ckw\w*|indietro)$/i;
const CONVOLUTION =
  /conv(?!ert|erge|ersation|ex|eyor|enience)|^cnn_(?:for|back)w|corr2d|cross_?correl|^correlate|filter_?2d|^filter_?im(?:age|g)$|^apply_?kernel|^falte|faltung|juan_?ji|^depth_?wise(?:_?(?:layer|for(?:ward)?|fwd|back\w*|bwd|grad\w*))?$|tiefenweise|卷积|畳み?込み?|合成积|합성곱|컨볼루션|св[её]ртк/i;
const TRANSPOSED =
  /transpos|transponier|traspuest|zhuan_?zhi|转置|転置|전치|транспон|deconv|trans_?conv|conv_?trans|conv_?t$|(?<![a-z])up_?(?:sample|conv)|adjoint/i;

/** Operations in order of likelihood; empty for a helper of another kind. */
export function guessOperations(name: string): CourseFunction[] {
  if (isCourseFunction(name)) return [name];
  if (
    /^im2col|^col2im|test|check|plot|show|model|network|train|predict|init|relu|flatten|dense|batch_?norm|conv_?net/i.test(
      name,
    )
  ) {
    return [];
  }
  if (isOtherLayer(name)) return [];
  if (/windows|patches|regions|params|flops|(?:size|(?<!re)shape|dims?|length|indices|index)$/i.test(name)) return [];
  if (/columns|unfold|unroll/i.test(name) && !CONVOLUTION.test(name)) return [];
  if (/single_?step|conv_?step|one_?step|einzel_?schritt|paso_?unico|un_?seul_?pas|dan_?bu/i.test(name))
    return ['conv_single_step'];
  // To a window, or to every window of an image.
  if (/apply_?filter/i.test(name)) return ['conv_single_step', 'conv_forward'];
  if (/mask|m[aá]scara|masque|yan_?ma/i.test(name)) return ['create_mask_from_window'];
  if (/distribu|spread|verteil|repart|r[ée]part|fen_?pei/i.test(name)) return ['distribute_value'];
  if (BACKWARD.test(name)) {
    if (POOL.test(name) || POOL_GRADIENT.test(name)) return ['pool_backward'];
    return CONVOLUTION.test(name) ? ['conv_backward'] : [];
  }
  if (POOL.test(name)) return ['pool_forward'];
  if (CONVOLUTION.test(name)) return ['conv_forward'];
  if (
    /^(?:zero_?)?pad(?:ding)?(?:_?\w*)?$|zero_?pad|^(?:add|make|put)_?(?:zero_?)?(?:border|frame|margin|pad(?:ding)?)s?$/i.test(
      name,
    )
  )
    return /same|causal|reflect|mirror|symm|edge|replic|wrap|circular|periodic/i.test(name) ? [] : ['zero_pad'];
  return [];
}

/** Whether a name states a layer of another kind, such as minimum pooling: its arguments alone do not tell it from a layer of the course. */
export function isOtherLayer(name: string): boolean {
  if (TRANSPOSED.test(name)) return true;
  if (
    /global|adaptive|fractional|roi_?pool|spp|unpool(?!\w*(?:grad|back))|separable|erode|erosion|dilate_?(?:im|gray)/i.test(
      name,
    )
  )
    return true;
  return /(?:min|minimum|median|lp|l2|l_p|power|stochastic|mixed|soft|gem)_?pool|pool(?:ing)?_?(?:min|median)/i.test(
    name,
  );
}

/** The operations of a class with forward and backward methods, from its name and methods. */
export function guessClassOperation(name: string): 'conv' | 'pool' | undefined {
  if (/test|model|net(?:work)?(?:$|_)|global|adaptive|separable|unpool/i.test(name)) return undefined;
  if (/(?:min|median|lp|stochastic|mixed|soft)_?pool/i.test(name)) return undefined;
  if (POOL.test(name)) return 'pool';
  return CONVOLUTION.test(name) && !TRANSPOSED.test(name) ? 'conv' : undefined;
}

/** Whether a name alone states that a function computes gradients. */
export function isBackwardName(name: string): boolean {
  return BACKWARD.test(name);
}

const DIRECTION =
  /forwards?|(?<=_)for(?=_|$)|fwd|backwards?|back_?prop(?:agation)?|back|bwd|(?<!wino)grad(?:ient)?s?|deriv(?:ative)?(?:_?of)?|prime|_/gi;

/** The name without its direction: `conv2d_backward` and `conv2d_forward` as `conv2d`. */
export function baseOf(name: string): string {
  return name.replace(DIRECTION, '').toLowerCase();
}

/** Words for a mean, also of other languages. */
const MEAN = /avg|average|mean|mittel|promedio|media(?!n)|moyenne|ping_?jun|平均|평균|средн/i;

/** `max` or `average` where the name of a function fixes it. */
export function modeInName(name: string): 'max' | 'average' | undefined {
  if (/max|m[aá]xim|massim|最大|최대|макс/i.test(name)) return 'max';
  return MEAN.test(name) ? 'average' : undefined;
}
