import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    stride = conv_param.get('stride', 1)
    pad = conv_param.get('pad', 0)
    num_x, _, height, width = x.shape
    num_f, _, hh, ww = w.shape
    h_new = int((height - hh + 2 * pad) / stride) + 1
    w_new = int((width - ww + 2 * pad) / stride) + 1
    result = []
    for image in x:
        image = np.pad(image, ((0, 0), (pad, pad), (pad, pad)), 'constant')
        maps = np.zeros((num_f, h_new, w_new))
        for k, (filt, bias) in enumerate(zip(w, b)):
            for i in range(h_new):
                top = i * stride
                for j in range(w_new):
                    left = j * stride
                    maps[k, i, j] = np.sum(image[:, top:top + hh, left:left + ww] * filt) + bias
        result.append(maps)
    out = np.array(result)
    return out, (x, w, b, conv_param)

x = np.linspace(-0.1, 0.5, num=2 * 3 * 4 * 4).reshape(2, 3, 4, 4)
w = np.linspace(-0.2, 0.3, num=3 * 3 * 4 * 4).reshape(3, 3, 4, 4)
b = np.linspace(-0.1, 0.2, num=3)
out, _ = conv_forward_naive(x, w, b, {'stride': 2, 'pad': 1})
