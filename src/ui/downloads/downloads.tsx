import type { Query } from "../../paths.ts"
import { fileAddress, fileFormats } from "../../web/list-file.ts"
import { inBoth, type Locale } from "../language.ts"

const texts = inBoth({
  download: ["Tải danh sách", "Download"],
  xlsx: ["Excel", "Excel"],
  csv: ["CSV", "CSV"],
  json: ["JSON", "JSON"],
})

type DownloadsProps = { locale: Locale; path: string; query?: Query }

/** The whole list as a file, with what narrows it, in each of the formats. */
export function Downloads({ locale, path, query = {} }: DownloadsProps) {
  const t = texts[locale]
  const { trang: _, ...kept } = query
  return (
    <p class="downloads no-print">
      {t.download}:{" "}
      {fileFormats.map((format, index) => (
        <>
          {index > 0 && " · "}
          <a href={fileAddress(path, format, kept)} download>
            {t[format]}
          </a>
        </>
      ))}
    </p>
  )
}
