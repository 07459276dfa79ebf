import type { Context, ErrorHandler, NotFoundHandler } from "hono"
import { HTTPException } from "hono/http-exception"
import { log } from "../log.ts"
import { inBoth } from "../ui/language.ts"
import { Layout } from "../ui/layout/layout.tsx"
import { renderPage } from "./page.ts"
import type { Env } from "./view.ts"

const texts = inBoth({
  notFound: ["Không tìm thấy trang", "Page not found"],
  notFoundWords: [
    "Địa chỉ có thể đã gõ nhầm, hoặc trang đã được gỡ. Có thể tìm lại từ các mục dưới đây.",
    "The address may have been mistyped, or the page was taken down. You can find your way from here.",
  ],
  search: ["Tìm hợp tác xã", "Find a cooperative"],
  home: ["Trang chủ", "Home"],
  news: ["Tin tức", "News"],
  plans: ["Kế hoạch và chỉ tiêu", "Plans and targets"],
  refused: ["Yêu cầu không hợp lệ", "The request could not be read"],
  refusedWords: [
    "Máy chủ không đọc được yêu cầu này. Hãy quay lại trang trước và thử lại.",
    "The server could not read this request. Go back to the previous page and try again.",
  ],
  signedOut: ["Phiên làm việc đã kết thúc", "Your session has ended"],
  signedOutWords: [
    "Chưa có gì được lưu từ lần gửi này. Hãy đăng nhập ở một thẻ khác, rồi quay lại trang trước và gửi lại: những gì đã gõ vẫn còn ở đó.",
    "Nothing of what you sent was kept. Sign in in another tab, then go back to the previous page and send it again: what you typed is still there.",
  ],
  signIn: ["Đăng nhập", "Sign in"],
  forbidden: ["Không có quyền làm việc này", "You may not do this"],
  forbiddenWords: [
    "Vai trò của bạn được xem nhưng không được thực hiện việc này. Nếu công việc của bạn cần đến nó, hãy đề nghị người quản trị giao thêm vai trò.",
    "Your roles let you see this, but not do it. If your work needs it, ask the administrator for a role.",
  ],
  tooLarge: ["Nội dung gửi lên quá lớn", "What you sent is too large"],
  tooLargeWords: [
    "Chưa có gì được lưu. Hãy quay lại trang trước, rút ngắn nội dung hoặc chọn tệp nhỏ hơn (tối đa 50 MB), rồi gửi lại.",
    "Nothing of it was kept. Go back to the previous page, shorten it or choose a smaller file (50 MB at most), and send it again.",
  ],
  tooMany: ["Đã thử quá nhiều lần", "Too many attempts"],
  tooManyWords: [
    "Việc này đã được làm nhiều lần trong thời gian ngắn. Hãy chờ một lúc rồi thử lại; chưa có gì bị mất.",
    "This was done many times within a short while. Wait a little, then try again; nothing is lost.",
  ],
  failed: ["Trang đang gặp lỗi", "Something went wrong"],
  failedWords: [
    "Lỗi đã được ghi lại. Hãy tải lại trang sau ít phút; nếu vẫn lỗi, hãy báo cho cơ quan quản lý trang và gửi kèm mã dưới đây.",
    "The fault has been recorded. Reload the page in a few minutes; if it stays, tell the office that runs this site and give the code below.",
  ],
  code: ["Mã lỗi", "Code"],
})

const plainly = {
  400: "Máy chủ không đọc được yêu cầu này. / The request could not be read.",
  401: "Phiên làm việc đã kết thúc, hãy đăng nhập lại. / Sign in again.",
  403: "Không có quyền làm việc này. / You may not do this.",
  404: "Không tìm thấy. / Not found.",
  413: "Nội dung gửi lên quá lớn; tệp tối đa 50 MB. / What you sent is too large; a file may have 50 MB.",
  429: "Đã thử quá nhiều lần, hãy chờ một lúc. / Too many attempts, wait a little.",
  500: "Trang đang gặp lỗi, xin thử lại sau ít phút. / Something went wrong.",
}

export const notFound: NotFoundHandler<Env> = (c) => answer(c, 404)

/** What should never happen becomes a page here, and a line in the log with the same code. */
export const onError: ErrorHandler<Env> = (error, c) => {
  if (error instanceof HTTPException && error.status < 500) return answer(c, known(error.status))

  log.error({ err: error, path: c.req.path }, "request failed")
  return answer(c, 500, c.var.requestId)
}

type Status = keyof typeof plainly

/** What goes wrong on the reader's side is one of a few things; the rest is a request that could not be read. */
function known(status: number): Status {
  return status in plainly && status !== 500 ? (status as Status) : 400
}

async function answer(c: Context<Env>, status: Status, code?: string) {
  const view = c.var.view
  // Without a view, a file was asked for, or the database itself could not be: say so in plain text.
  if (!view) return c.text(code ? `${plainly[500]} (${code})` : plainly[status], status)

  const t = texts[view.locale]
  const { title, words } = {
    400: { title: t.refused, words: t.refusedWords },
    401: { title: t.signedOut, words: t.signedOutWords },
    403: { title: t.forbidden, words: t.forbiddenWords },
    404: { title: t.notFound, words: t.notFoundWords },
    413: { title: t.tooLarge, words: t.tooLargeWords },
    429: { title: t.tooMany, words: t.tooManyWords },
    500: { title: t.failed, words: t.failedWords },
  }[status]
  return renderPage(
    c,
    <Layout view={view} title={title} unlisted>
      <div class="page-heading">
        <h1>{title}</h1>
        <p class="lead">{words}</p>
        {code && (
          <p>
            {t.code}: <code>{code}</code>
          </p>
        )}
      </div>
      <ul class="marked">
        {status === 401 && (
          <li>
            <a href={view.paths.signIn()} target="_blank" rel="noopener">
              {t.signIn}
            </a>
          </li>
        )}
        <li>
          <a href={view.paths.home()}>{t.home}</a>
        </li>
        <li>
          <a href={view.paths.articles()}>{t.news}</a>
        </li>
        <li>
          <a href={view.paths.plans()}>{t.plans}</a>
        </li>
        <li>
          <a href={view.paths.organisations()}>{t.search}</a>
        </li>
      </ul>
    </Layout>,
    { status },
  )
}
