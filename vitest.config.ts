import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "application",
          include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.ts"],
          globalSetup: "test/cluster.ts",
          setupFiles: "test/quiet-log.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "journeys",
          include: ["e2e/**/*.test.ts"],
          globalSetup: "e2e/portal.ts",
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A browser wants the machine for itself, so journeys begin when everything else is done. They wait for
          // the browser more than they work, and none of them measures time: two at once do no harm.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
          // What a click asked for may still be on its way, for long on a busy machine.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
})
