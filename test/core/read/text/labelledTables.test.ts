/** Tables with columns of labels, dates and numbers of rows: the other columns are the array. */
import { describe, expect, it } from 'vitest';
import { parseArrays } from '../../../../core/read/parseArrays';

describe('columns of a table that hold no numbers of the array', () => {
  it.each([
    ['labels with a header', 'row,c1,c2\nr1,21.5,22\nr2,3,4\nr3,5,6\n', [3, 2], [21.5, 22, 3, 4, 5, 6]],
    ['labels without a header', 'left,1,2\nright,3,4\n', [2, 2], [1, 2, 3, 4]],
    ['dates', 'date;rain;temp\n2024-03-01;0.5;11.2\n2024-03-02;0;9.8\n', [2, 2], [0.5, 11.2, 0, 9.8]],
    ['times', 'time\tch1\tch2\n08:00\t1\t2\n08:10\t3\t4\n', [2, 2], [1, 2, 3, 4]],
    ['positions along both axes', 'y/x,0,10,20\n0,1.5,2,3\n5,4,5,6.5\n', [2, 3], [1.5, 2, 3, 4, 5, 6.5]],
    ['positions below an empty corner', ',10,20\n1,5,6\n2,7,8\n', [2, 2], [5, 6, 7, 8]],
    ['a class behind the numbers', 'a,b,species\n5.1,3.5,setosa\n4.9,3,virginica\n', [2, 2], [5.1, 3.5, 4.9, 3]],
    ['numbers of rows and quoted names', 'id,name,x,y\n1,"Ann, B.",2.5,3\n2,Bob,1.5,4\n', [2, 2], [2.5, 3, 1.5, 4]],
    [
      'labels of a table in Markdown',
      '| city | a | b |\n|---|---|---|\n| Ulm | 1 | 2 |\n| Rom | 3 | 4 |\n',
      [2, 2],
      [1, 2, 3, 4],
    ],
  ])('%s', (_, text, shape, values) => {
    const languageId = text.startsWith('|') ? 'markdown' : text.includes('\t') ? 'tsv' : 'csv';
    const { arrays } = parseArrays(text, { languageId });
    expect(arrays.map(({ array }) => [array.shape, [...array.data]])).toEqual([[shape, values]]);
  });

  it.each([
    ['numbers', '| 4 | 8 |\n|---|---|\n| 16 | 4 |\n', [2, 2], [4, 8, 16, 4]],
    ['numbers that count on in the next row', '| 0 | 1 |\n|---|---|\n| 2 | 3 |\n', [2, 2], [0, 1, 2, 3]],
    ['numbers of the columns', '| 0 | 1 |\n|---|---|\n| 7 | 3 |\n', [1, 2], [7, 3]],
  ])("%s above a Markdown table's rule", (_, text, shape, values) => {
    const { arrays } = parseArrays(text, { languageId: 'markdown' });
    expect(arrays.map(({ array }) => [array.shape, [...array.data]])).toEqual([[shape, values]]);
  });

  it.each([
    ['fractions', 'k,v\n1/2,3\n3/4,5\n'],
    ['complex numbers', 'z,v\n1+2j,3\n3-4j,5\n'],
    ['numbers with units', 'size,v\n5 kg,3\n7 kg,5\n'],
    ['a word among numbers', 'a,b\n1,2\nx,4\n'],
    ['a word in the corner of numbers', 'x,7,4\n1,2,3\n2,5,6\n'],
  ])('%s are not labels', (_, text) => {
    const { arrays, errors } = parseArrays(text, { languageId: 'csv' });
    expect([arrays.length, errors.length]).toEqual([0, 1]);
  });
});
