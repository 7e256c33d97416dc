import numpy as np

def pool_window_scan(X, size, step):
    """Max pooling of one matrix, scanning each window element by element."""
    H, W = X.shape
    Y = np.zeros(((H - size) // step + 1, (W - size) // step + 1))

    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):

            def scan(top, left):
                best = X[top, left]

                def visit(value):
                    if value > best:
                        best = value

                for a in range(size):
                    for b in range(size):
                        visit(X[top + a, left + b])
                return best

            Y[i, j] = scan(i * step, j * step)
    return Y

X = np.array([[0.0, 1.0, 2.0, 0.5], [3.0, 4.0, 5.0, -1.0], [6.0, 7.0, 8.0, 9.5], [-2.0, 3.5, 1.0, 0.0]])
print(pool_window_scan(X, 2, 2))
print(pool_window_scan(X, 3, 1))
