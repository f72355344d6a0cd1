// Prints how fast wtf_wikipedia reads pages and takes their tables.
const fs = require('fs'), zlib = require('zlib')
const wtf = require('wtf_wikipedia')
const version = wtf.version || ''

const share = Number(process.env.SHARE)
const pages = zlib.gunzipSync(fs.readFileSync(process.argv[2])).toString().split('\n')
  .filter((line, i) => line && i % share === 0).map((line) => JSON.parse(line).text)
const size = pages.reduce((sum, page) => sum + Buffer.byteLength(page), 0)
const began = process.cpuUsage()
for (const page of pages) {
  const doc = wtf(page)
  doc.tables().forEach((table) => table.json())
  doc.infoboxes().forEach((box) => box.json())
}
const used = process.cpuUsage(began)
const seconds = (used.user + used.system) / 1e6
console.log(`${('wtf_wikipedia ' + version).padEnd(22)} ${(size / 1e6 / seconds).toFixed(2).padStart(8)}`)
