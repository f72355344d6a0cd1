// Values in the text form that the tests in load compare, and how they are printed:
// for each file a line {"names", "types"?, "rows"} and then one line per row, an
// array of strings and nulls.

import { writeSync } from 'node:fs'

/** The text of a value: null, string, boolean, number, bigint, or one of the following. */
export function text(v) {
  if (v === null || v === undefined) return null
  if (typeof v === 'object') return v.text()
  return Object.is(v, -0) ? '-0' : String(v)
}

/** A decimal from its unscaled integer. */
export function decimal(unscaled, scale) {
  return {
    text() {
      const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0')
      const at = digits.length - scale
      return (unscaled < 0n ? '-' : '') + digits.slice(0, at) + (scale > 0 ? '.' + digits.slice(at) : '')
    },
  }
}

/** A day counted from 1970-01-01. */
export function day(days) {
  return {
    text() {
      const d = new Date(days * 86400000)
      const pad = (n, width) => String(Math.abs(n)).padStart(width, '0')
      const year = d.getUTCFullYear()
      return `${year < 0 ? '-' : ''}${pad(year, 4)}-${pad(d.getUTCMonth() + 1, 2)}-${pad(d.getUTCDate(), 2)}`
    },
  }
}

/** Prints one file. rows are arrays of values; types is optional. */
export function print(names, types, rows) {
  const lines = [JSON.stringify({ names, types, rows: rows.length })]
  for (const row of rows) lines.push(JSON.stringify(row.map(text)))
  let out = Buffer.from(lines.join('\n') + '\n')
  while (out.length > 0) {
    try {
      out = out.subarray(writeSync(1, out))
    } catch (err) {
      if (err.code !== 'EAGAIN') throw err // a pipe that is full for a moment
    }
  }
}
