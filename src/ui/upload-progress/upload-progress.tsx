import type { Child } from "hono/jsx"
import { inBoth, type Locale } from "../language.ts"

const texts = inBoth({
  sent: ["Đã gửi {percent} %", "{percent} % sent"],
  checking: ["Đã gửi xong, đang kiểm tra tệp…", "All sent, the file is being checked…"],
  lost: [
    "Mất kết nối khi đang gửi tệp. Tệp chưa được lưu; hãy gửi lại.",
    "The connection was lost while the file was sent. It is not kept; send it again.",
  ],
})

/** Shows how far the files of the form inside it have come. */
export function UploadProgress({ locale, children }: { locale: Locale; children: Child }) {
  const t = texts[locale]
  return (
    <upload-progress sent={t.sent} checking={t.checking} lost={t.lost}>
      {children}
    </upload-progress>
  )
}
