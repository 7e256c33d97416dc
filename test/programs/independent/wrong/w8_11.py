import numpy as np

def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    HP = pool_param['pool_height']
    WP = pool_param['pool_width']
    s = pool_param['stride']
    out = np.zeros((N, C, (H - HP) // s + 1, (W - WP) // s + 1))
    for n in range(N):
        for c in range(C):
            for y in range(0, H - HP, s):
                for xx in range(0, W - WP + 1, s):
                    out[n, c, y // s, xx // s] = np.amax(x[n, c, y:y + HP, xx:xx + WP])
    cache = (x, pool_param)
    return out, cache

x_shape = (2, 3, 4, 4)
x = np.linspace(-0.3, 0.4, num=np.prod(x_shape)).reshape(x_shape)
pool_param = {'pool_width': 2, 'pool_height': 2, 'stride': 2}
out, _ = max_pool_forward_naive(x, pool_param)
correct_out = np.array([[[[-0.26315789, -0.24842105],
                          [-0.20421053, -0.18947368]]]])
print('Testing max_pool_forward_naive function:')
print('difference: ', np.max(np.abs(out[0, 0] - correct_out[0, 0])))
