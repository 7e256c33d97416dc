# pooling in one comprehension

def pooling(m, k=2, s=2, fn=max):
    return [[fn(m[i + a][j + b] for a in range(k) for b in range(k))
             for j in range(0, len(m[0]) - k + 1, s)]
            for i in range(0, len(m) - k + 1, s)]

def mean(values):
    values = list(values)
    return sum(values) / len(values)

m = [[1, 3, 2, -4, 0],
     [5, -6, 7, 8, 1],
     [-1, -2, -3, -4, 2],
     [-5, -7, -1, -9, 3]]
print(pooling(m))
print(pooling(m, fn=mean))
print(pooling(m, 3, 1))
print(pooling(m, 2, 1, min))
