// Writes .br and .gz beside each text and program of the web bundle. In Node, which the bundle needs
// anyway, because a brotli of our own would be compiled without optimisation and take ten times longer.
// Invariant: what the files hold is never changed, only copied.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const folder = process.argv[2];
const worth = /\.(html|js|css|json|webmanifest|svg|txt|wasm)$/;

const pack = async (path) => {
  const bytes = await readFile(path);
  const brotli = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 22,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params: brotli }));
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
};

const names = await readdir(folder, { recursive: true });
await Promise.all(names.filter((name) => worth.test(name)).map((name) => pack(join(folder, name))));
