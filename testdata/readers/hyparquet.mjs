// Reads Parquet files with hyparquet: node hyparquet.mjs FILE...

import { readFileSync } from 'node:fs'
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { day, decimal, print } from './canonical.mjs'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const parsers = {
  dateFromDays: day,
  stringFromBytes: (bytes) => bytes && decoder.decode(bytes),
}

function typeOf({ type, converted_type: converted, logical_type: logical }) {
  if (logical?.type === 'DECIMAL') return 'decimal'
  if (converted === 'UTF8') return 'string'
  if (converted === 'DATE') return 'date'
  return { INT64: 'integer', DOUBLE: 'number', BOOLEAN: 'boolean', INT32: 'year' }[type] ?? type
}

function unscaled(v) {
  if (!(v instanceof Uint8Array)) return BigInt(v)
  return BigInt.asIntN(v.length * 8, BigInt('0x' + Buffer.from(v).toString('hex')))
}

for (const path of process.argv.slice(2)) {
  const file = new Uint8Array(readFileSync(path)).buffer
  const metadata = parquetMetadata(file)
  const fields = parquetSchema(metadata).children.map((c) => ({ ...c.element }))
  for (const { element } of parquetSchema(metadata).children) {
    // hyparquet turns decimals into floats; as plain integers they keep their digits.
    if (element.converted_type === 'DECIMAL') element.converted_type = element.logical_type = undefined
  }
  const rows = await parquetReadObjects({ file, metadata, compressors, parsers, utf8: false })
  const value = (f, v) => {
    if (v === null || v === undefined || typeOf(f) !== 'decimal') return v
    return decimal(unscaled(v), f.scale ?? 0)
  }
  print(
    fields.map((f) => f.name),
    fields.map(typeOf),
    rows.map((row) => fields.map((f) => value(f, row[f.name]))),
  )
}
