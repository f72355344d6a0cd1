// Reads Parquet, CSV and JSON files, or answers a query, with DuckDB:
//
//	node duckdb.mjs FILE...
//	node duckdb.mjs --sql QUERY

import { DuckDBInstance } from '@duckdb/node-api'
import { day, decimal, print } from './canonical.mjs'

const types = { VARCHAR: 'string', BIGINT: 'integer', DOUBLE: 'number', BOOLEAN: 'boolean', DATE: 'date', INTEGER: 'year' }

function value(v) {
  if (v === null || typeof v !== 'object') return v
  if ('days' in v) return day(v.days)
  if ('scale' in v) return decimal(v.value, v.scale)
  return String(v)
}

function from(file) {
  const quoted = `'${file.replaceAll("'", "''")}'`
  if (/\.csv(\.gz|\.zst)?$/.test(file)) {
    // All columns as text; "" is an empty string, nothing a null.
    return `read_csv(${quoted}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"',
      nullstr = '', allow_quoted_nulls = false, max_line_size = 100000000)`
  }
  if (/\.json(\.gz|\.zst)?$/.test(file)) return `read_json(${quoted}, format = 'array', maximum_object_size = 100000000)`
  return `read_parquet(${quoted})`
}

const connection = await (await DuckDBInstance.create(':memory:')).connect()
await connection.run('SET threads = 1')
const args = process.argv.slice(2)
const queries = args[0] === '--sql' ? args.slice(1) : args.map((file) => `SELECT * FROM ${from(file)}`)
for (const query of queries) {
  const result = await connection.runAndReadAll(query)
  const untyped = query.includes('read_csv(')
  const names = result.columnTypes().map((t) => String(t).replace(/\(.*/, ''))
  print(
    result.columnNames(),
    untyped ? undefined : names.map((t) => (t === 'DECIMAL' ? 'decimal' : (types[t] ?? t))),
    result.getRows().map((row) => row.map(value)),
  )
}
