/** A call that gives gradients of calls above: `torch.autograd.grad(`, `vjp_fun(`. */
export const ASKS_GRADIENT = /(?:\b\w*grad|\bvjp\w*|\.backward|\.gradient)[ \t]*\(/;
