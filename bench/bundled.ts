import { fileURLToPath } from "node:url"
import { build } from "esbuild"

/** A module of the bench that needs the application, bundled, since Node alone reads no JSX. */
export async function bundled<Module>(name: string): Promise<Module> {
  const outfile = fileURLToPath(new URL(`../dist/bench-${name.replace(/\.tsx?$/, ".js")}`, import.meta.url))
  await build({
    entryPoints: [fileURLToPath(new URL(name, import.meta.url))],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node24",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    logLevel: "error",
  })
  return await import(outfile)
}
