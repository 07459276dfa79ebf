import type { Example } from "../../features/preview/examples.ts"
export const noticeExamples: Example[] = [
  { state: "a notice", show: () => <p class="notice">Số liệu tính đến hết ngày 31/12/2025.</p> },
  { state: "nothing to show", show: () => <p class="empty">Chưa có bài viết nào chờ duyệt.</p> },
  {
    state: "facts",
    show: () => (
      <dl class="facts">
        <div>
          <dt>Ngày thành lập</dt>
          <dd>15/10/2020</dd>
        </div>
        <div>
          <dt>Thành viên</dt>
          <dd>1.250</dd>
        </div>
      </dl>
    ),
  },
  {
    state: "a card",
    show: () => (
      <div class="card">
        <strong>HTX Bình An</strong>
        <p>Xã Bình An, tỉnh An Giang</p>
      </div>
    ),
  },
]
