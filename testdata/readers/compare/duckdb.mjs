// Writes a million rows as the benchmark's with DuckDB on one core.

import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const require = createRequire(new URL('../package.json', import.meta.url))
const { DuckDBInstance, version } = require('@duckdb/node-api')

const rows = 1_000_000
const columns = [
  `'rivers-and-lakes-of-country-' || (i // 200) AS page_id`,
  `CASE WHEN i % 10 < 9 THEN (i % 10000) || ' km, a river' END AS text`,
  `i AS line`,
  `CASE WHEN i % 10 < 9 THEN (i % 10000) / 100 END AS number`,
  `['Rank', 'River', 'Length > km', 'Basin'][i % 4 + 1] AS header`,
  `DATE '2011-01-26' + CAST(i % 1000 AS INTEGER) AS date_start`,
  `i % 3 = 0 AS approx`,
  `CAST(i * 7 / 100 AS DECIMAL(12, 2)) AS amount`,
]

const connection = await (await DuckDBInstance.create(':memory:')).connect()
await connection.run('SET threads = 1')
const folder = mkdtempSync(join(tmpdir(), 'duckdb-'))
for (const width of [4, 8]) {
  await connection.run(`CREATE OR REPLACE TABLE cells AS SELECT ${columns.slice(0, width).join(', ')} FROM range(${rows}) AS t(i)`)
  for (const [format, options] of [['parquet', 'FORMAT parquet, COMPRESSION zstd'], ['csv', 'FORMAT csv, HEADER'], ['json', 'FORMAT json']]) {
    const began = process.cpuUsage()
    await connection.run(`COPY cells TO '${join(folder, 'cells.' + format)}' (${options})`)
    const used = process.cpuUsage(began)
    const seconds = (used.user + used.system) / 1e6
    console.log(`DuckDB ${version()}, ${format}, ${width} columns`.padEnd(44), String(Math.round(rows / seconds)).padStart(14))
  }
}
rmSync(folder, { recursive: true })
