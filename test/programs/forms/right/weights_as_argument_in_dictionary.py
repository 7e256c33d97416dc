import numpy as np


class Conv:
    def __init__(self, Ci, Co, Hf, Wf, S=1, P=0):
        self.Ci, self.Co, self.Hf, self.Wf, self.S, self.P = Ci, Co, Hf, Wf, S, P

    def forward(self, x, param):
        N, _, Hi, Wi = x.shape
        Ho = (Hi - self.Hf + 2 * self.P) // self.S + 1
        Wo = (Wi - self.Wf + 2 * self.P) // self.S + 1
        W, b = param['W'], param['b']
        xp = np.pad(x, [(0, 0), (0, 0), (self.P, self.P), (self.P, self.P)])
        y = np.zeros([N, self.Co, Ho, Wo])
        for h in range(Ho):
            for w in range(Wo):
                part = xp[:, :, h * self.S:h * self.S + self.Hf, w * self.S:w * self.S + self.Wf]
                y[:, :, h, w] = np.einsum('nchw,fchw->nf', part, W) + b
        return y, (xp, W, [N, self.Ci, Hi, Wi])

    def backward(self, dy, cache):
        xp, W, (N, Ci, Hi, Wi) = cache
        db = dy.sum(axis=(0, 2, 3))
        dW = np.zeros(W.shape)
        dx = np.zeros(xp.shape)
        for h in range(dy.shape[2]):
            for w in range(dy.shape[3]):
                rows = slice(h * self.S, h * self.S + self.Hf)
                cols = slice(w * self.S, w * self.S + self.Wf)
                dW += np.einsum('nf,nchw->fchw', dy[:, :, h, w], xp[:, :, rows, cols])
                dx[:, :, rows, cols] += np.einsum('nf,fchw->nchw', dy[:, :, h, w], W)
        dparam = {'W': dW, 'b': db}
        return dx[:, :, self.P:self.P + Hi, self.P:self.P + Wi], dparam
