// Reads Arrow IPC files with Apache Arrow's JavaScript: node arrow.mjs FILE...

import { readFileSync } from 'node:fs'
import { DataType, tableFromIPC } from 'apache-arrow'
import { day, decimal, print } from './canonical.mjs'

function typeOf(t) {
  if (DataType.isUtf8(t)) return 'string'
  if (DataType.isInt(t)) return t.bitWidth === 64 ? 'integer' : 'year'
  if (DataType.isFloat(t)) return 'number'
  if (DataType.isDecimal(t)) return 'decimal'
  if (DataType.isBool(t)) return 'boolean'
  return DataType.isDate(t) ? 'date' : String(t)
}

/** Four 32-bit words, the lowest first. */
function unscaled(words) {
  return BigInt.asIntN(128, [...words].reduceRight((n, word) => (n << 32n) | BigInt(word), 0n))
}

function value(t, v) {
  if (v === null) return null
  if (DataType.isDecimal(t)) return decimal(unscaled(v), t.scale)
  if (DataType.isDate(t)) return day(Number(v) / 86400000)
  return v
}

for (const path of process.argv.slice(2)) {
  const table = tableFromIPC(readFileSync(path))
  const { fields } = table.schema
  const columns = fields.map((_, i) => table.getChildAt(i))
  const rows = Array.from({ length: table.numRows }, (_, row) => fields.map((f, i) => value(f.type, columns[i].get(row))))
  print(fields.map((f) => f.name), fields.map((f) => typeOf(f.type)), rows)
}
