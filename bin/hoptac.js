#!/usr/bin/env node
// Started by whatever Node the machine has, so this file stays plain JavaScript that Node 20 can read.
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const neededMajor = 24

const parameters = process.argv.slice(2)

if (majorOf(process.versions.node) < neededMajor) runWithOwnNode()
else if (parameters.includes("--watch")) await watch()
else await run()

async function run() {
  const { enableCompileCache } = await import("node:module")
  const { ensureBuild } = await import("./build.js")
  const problem = await ensureBuild()
  if (problem) fail(problem)

  // What was compiled once need not be again; where nothing may be written, this does nothing.
  enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/hoptac", import.meta.url)))
  await import("../dist/hoptac.js")
}

async function watch() {
  const { serveAndWatch } = await import("./watch.js")
  serveAndWatch(parameters.filter((parameter) => parameter !== "--watch"))
}

/** The package `node` brought the version this needs; an older one only passes everything on to it. */
function runWithOwnNode() {
  const node = findOwnNode()
  if (!node) {
    fail(
      `Hợp Tác needs Node ${neededMajor}, this is ${process.versions.node}, and the package "node" that brings it is missing. ` +
        'Run "npm install" again, with install scripts allowed.',
    )
  }

  const child = spawn(node, process.argv.slice(1), { stdio: "inherit" })
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? 1
    if (!signal) return
    for (const heard of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(heard)
    process.kill(process.pid, signal)
  })
}

function findOwnNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve("node/package.json")
    const node = join(dirname(manifest), "bin", process.platform === "win32" ? "node.exe" : "node")
    return existsSync(node) ? node : null
  } catch {
    return null
  }
}

function majorOf(version) {
  return Number(version.split(".")[0])
}

function fail(line) {
  if (!existsSync(fileURLToPath(new URL("../node_modules", import.meta.url)))) {
    line = 'The packages Hợp Tác is made with are missing. Run "npm install" first.'
  }
  console.error(line)
  process.exit(1)
}
