import { spawn } from "node:child_process"
import { once } from "node:events"
import { watch } from "node:fs"
import { fileURLToPath } from "node:url"

const watched = ["../src", "../db/migrations"].map((path) => fileURLToPath(new URL(path, import.meta.url)))

/**
 * Starts the portal anew after each change. A change that does not build waits for the next one. Traces name the
 * lines of the source here; elsewhere those of the bundle, since reading the maps would slow every start.
 */
export function serveAndWatch(parameters) {
  const hoptac = [process.argv[1], ...parameters]
  let child = start()
  let stopping = false
  let pending

  for (const folder of watched) {
    watch(folder, { recursive: true }, () => {
      clearTimeout(pending)
      pending = setTimeout(restart, 200)
    })
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, async () => {
      stopping = true
      await end(child)
      process.exit()
    })
  }

  async function restart() {
    const old = child
    await end(old)
    if (!stopping && child === old) child = start()
  }

  function start() {
    return spawn(process.execPath, ["--enable-source-maps", ...hoptac], { stdio: "inherit" })
  }
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill("SIGTERM")
  await once(child, "exit")
}
