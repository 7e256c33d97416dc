/** What varies in a composed program. */
export interface Style {
  readonly backward: boolean;
  readonly conv: boolean;
  readonly channelsFirst: boolean;
  /** Options in a dictionary. */
  readonly packed: boolean;
  /** All examples at once. */
  readonly batched: boolean;
  readonly mode: 'both' | 'max' | 'average';
  readonly names: Names;
}

type Names = Readonly<Record<string, string>>;

export const NAMES: readonly Names[] = [
  names('A_prev W b Z stride pad f dZ dA_prev hparameters i h w c m n_H n_W n_C'),
  names('x w b out stride pad HH dout dx conv_param n i j k N H_out W_out F'),
  names(
    'inputs kernel bias result step padding size grad_out grad_in params ex row col ch batch rows_out cols_out depth',
  ),
  names('img weights biases out s p k d_out d_img options b_idx y x_ o bs oh ow oc'),
];

function names(text: string): Names {
  const roles = 'x k b z s p f g dx options i h w c m H W C'.split(' ');
  const words = text.split(' ');
  return Object.fromEntries(roles.map((role, index) => [role, words[index]!]));
}
