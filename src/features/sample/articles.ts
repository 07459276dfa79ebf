/** Articles of the sample's portal, in our own words; the figures in them are the published ones. */
export type SampleArticle = {
  section: keyof typeof sections
  title: string
  /** A day alone where the old portal did not tell the hour. */
  published_at: string
  byline: string | null
  body: string
  /** Headline in the strip of highlights, from this day on. */
  highlight?: string
}

export const sections = {
  news: { name: "Tin tức - sự kiện nổi bật", name_en: "News and events" },
  economy: { name: "Kinh tế tập thể", name_en: "Collective economy" },
  policy: { name: "Văn bản - chính sách", name_en: "Documents and policy" },
  investment: { name: "Đầu tư công - giải ngân", name_en: "Public investment" },
  notices: { name: "Thông báo", name_en: "Notices" },
} as const

export const articles: SampleArticle[] = [
  {
    section: "investment",
    title: "Vốn đầu tư công: đến ngày 20/5/2020 giải ngân được gần 17% kế hoạch",
    published_at: "2020-05-22T09:15:00+07:00",
    byline: "Lâm Thảo Vy",
    body: `
<p>Số liệu chốt ngày 20/5/2020 cho thấy khối lượng làm được đi trước số tiền đã rút: nhiều công trình có khối lượng nhưng chưa xong hồ sơ thanh toán.</p>
<table>
<caption>Vốn đầu tư công của tỉnh đến ngày 20/5/2020 (triệu đồng)</caption>
<thead><tr><th scope="col">Chỉ tiêu</th><th scope="col">Số tiền</th><th scope="col">So với kế hoạch</th></tr></thead>
<tbody>
<tr><th scope="row">Kế hoạch năm 2020</th><td>6.108.986</td><td>100%</td></tr>
<tr><th scope="row">Khối lượng thực hiện</th><td>1.323.667</td><td>21,67%</td></tr>
<tr><th scope="row">Đã giải ngân</th><td>1.038.017</td><td>16,99%</td></tr>
</tbody>
</table>
<p>Chủ đầu tư có việc cần gỡ xin gửi về Sở trước ngày 5 hằng tháng, ghi rõ ba điều:</p>
<ul><li>tên dự án và nguồn vốn;</li><li>phần việc đang dừng, dừng từ ngày nào;</li><li>cơ quan nào có thể giải quyết.</li></ul>`,
  },
  {
    section: "economy",
    title: "Đến hết tháng 7/2020, toàn tỉnh có 451 hợp tác xã",
    published_at: "2020-08-11T15:40:00+07:00",
    byline: "Danh Minh Luân",
    body: `
<p>Trong 451 hợp tác xã có 399 hợp tác xã nông nghiệp, 14 hợp tác xã vận tải, 8 hợp tác xã tiểu thủ công nghiệp, 5 hợp tác xã thương mại – dịch vụ, 3 hợp tác xã xây dựng và 22 quỹ tín dụng nhân dân.</p>
<p>Con số này gồm cả những đơn vị đang tạm ngừng. Khi nói “đang hoạt động”, báo cáo của Sở trừ các đơn vị ấy ra, nên hai số không bằng nhau.</p>`,
  },
  {
    section: "economy",
    title: "Năm 2020 khép lại với 466 hợp tác xã, 25 đơn vị mới",
    published_at: "2020-12-28T10:20:00+07:00",
    byline: "Danh Minh Luân",
    body: `
<p>Theo số ước cả năm, toàn tỉnh có 466 hợp tác xã, trong đó 25 đơn vị thành lập trong năm. Khoảng 340 đơn vị làm ăn có hiệu quả.</p>
<p>Bình quân một hợp tác xã thu 1,3 tỷ đồng và lãi 427 triệu đồng trong năm. Những năm trước, số doanh thu bình quân được công bố cao hơn nhiều vì cách tính khác; vì vậy không nên đặt hai con số cạnh nhau.</p>
<p>Thành viên của tất cả hợp tác xã là 52.955 người, lao động thường xuyên 8.920 người.</p>`,
  },
  {
    section: "economy",
    title: "Ba vụ lúa, một bờ kênh: chuyện bơm nước chung ở một hợp tác xã",
    published_at: "2021-06-10",
    byline: "Lâm Thảo Vy",
    body: `
<p>Trước đây mỗi hộ một máy bơm, nước chảy qua ruộng nhà này mới tới ruộng nhà kia. Ai xuống giống sau thì chịu khô. Từ ngày đặt một trạm bơm điện cho cả tiểu vùng, lịch xuống giống được bàn một lần trong đại hội và dán ở trụ sở.</p>
<p>“Tiền điện chia theo công ruộng, ai cũng tính lại được”, ông giám đốc nói. Sổ bơm nước treo cạnh cửa, thành viên đi ngang có thể lật ra xem.</p>
<h2>Điều rút ra</h2>
<ol><li>Bắt đầu từ một việc mà hộ nào cũng cần.</li><li>Giá dịch vụ do đại hội quyết, không do ban giám đốc.</li><li>Phần lãi để lại trước hết dùng để sửa máy.</li></ol>
<p>Hợp tác xã và người kể chuyện trong bài là hư cấu, dùng để minh họa.</p>`,
  },
  {
    section: "policy",
    title:
      "Về việc lấy ý kiến góp ý đối với dự thảo Nghị quyết của Hội đồng nhân dân tỉnh quy định mức hỗ trợ lao động trẻ có trình độ cao đẳng, đại học về làm việc có thời hạn tại các hợp tác xã, liên hiệp hợp tác xã trên địa bàn tỉnh giai đoạn 2021-2025",
    published_at: "2021-09-15",
    byline: null,
    highlight: "Mời góp ý dự thảo Nghị quyết về hỗ trợ lao động trẻ làm việc tại hợp tác xã",
    body: `
<p>Sở đăng dự thảo để hợp tác xã, thành viên và người dân góp ý trong 30 ngày. Xin nói rõ góp ý cho điều nào, vì sao, và nên viết lại thế nào.</p>
<p>Ý kiến gửi bằng văn bản hoặc thư điện tử. Hết thời hạn, bản tổng hợp – nêu ý kiến nào được tiếp thu, ý kiến nào không và lý do – sẽ được đăng ở mục này.</p>
<p>Dự thảo này là ví dụ của tỉnh mẫu, không phải văn bản có thật.</p>`,
  },
  {
    section: "economy",
    title: "442 hợp tác xã nông nghiệp lúc cuối năm 2021",
    published_at: "2021-12-27T14:05:00+07:00",
    byline: "Danh Minh Luân",
    body: `
<p>Trong 442 hợp tác xã có 354 đơn vị trồng trọt, 86 đơn vị thủy sản và 2 đơn vị chăn nuôi; 16 đơn vị thành lập trong năm. Các hợp tác xã này có 32.397 thành viên trên 54.559 ha.</p>
<p>Số thành viên nói ở đây chỉ của hợp tác xã nông nghiệp. Tính cả quỹ tín dụng nhân dân và các ngành khác thì con số lớn hơn.</p>
<p>Tổ hợp tác toàn tỉnh có 2.228 tổ, trong đó 1.989 tổ nông nghiệp.</p>`,
  },
  {
    section: "policy",
    title: "Kế hoạch 21/KH-UBND: việc của năm 2022",
    published_at: "2022-02-08",
    byline: "Phòng Kinh tế ngành",
    body: `
<p>Ngày 24/01/2022, Ủy ban nhân dân tỉnh ban hành Kế hoạch số 21/KH-UBND về phát triển kinh tế tập thể năm 2022. Các sở, ban, ngành và địa phương đưa phần việc của mình vào chương trình công tác năm.</p>
<p>Báo cáo gửi về đầu mối tổng hợp theo mẫu chung, để số liệu của các nơi cộng lại được với nhau.</p>`,
  },
  {
    section: "economy",
    title: "Giữa năm 2022: 520 hợp tác xã, gần 54 nghìn thành viên",
    published_at: "2022-07-29T16:30:00+07:00",
    byline: "Lâm Thảo Vy",
    body: `
<p>Đến ngày 30/6/2022, toàn tỉnh có 520 hợp tác xã: 458 hợp tác xã nông nghiệp, 40 hợp tác xã ngành khác và 22 quỹ tín dụng nhân dân. Sáu tháng qua có 6 đơn vị thành lập mới.</p>
<ul><li>Thành viên: 53.924 người</li><li>Lao động thường xuyên: 9.901 người</li><li>Vốn điều lệ: 395 tỷ đồng</li></ul>`,
  },
  {
    section: "news",
    title: "Ra mắt liên hiệp hợp tác xã đầu tiên trong giai đoạn 2021-2025",
    published_at: "2023-06-21T11:00:00+07:00",
    byline: "Hà Thanh Trúc",
    highlight: "Sáu hợp tác xã lúa cùng lập một liên hiệp",
    body: `
<p>Sáu hợp tác xã trồng lúa ở Giồng Riềng và Tân Hiệp góp vốn lập Liên hiệp hợp tác xã nông nghiệp Hạt Ngọc Tây Sông Hậu. Liên hiệp mua vật tư chung, thuê sấy chung và đứng tên trong hợp đồng bán lúa.</p>
<p>Mỗi hợp tác xã giữ một phiếu trong đại hội, không kể góp vốn nhiều hay ít.</p>
<p>Liên hiệp này là hư cấu, thuộc dữ liệu của tỉnh mẫu.</p>`,
  },
  {
    section: "notices",
    title: "Tự chấm điểm, xếp loại hợp tác xã: nộp phiếu trước ngày 15/12",
    published_at: "2023-11-06T08:00:00+07:00",
    byline: "Phòng Kinh tế ngành",
    highlight: "Hạn nộp báo cáo năm và phiếu tự chấm điểm: ngày 15/12",
    body: `
<p>Theo Thông tư 01/2020/TT-BKHĐT, hội đồng quản trị tự chấm 15 tiêu chí với thang 100 điểm; ban kiểm soát hoặc kiểm soát viên kiểm tra lại; phiếu gửi cùng báo cáo tình hình hoạt động năm.</p>
<table>
<caption>Xếp loại theo tổng điểm</caption>
<thead><tr><th scope="col">Loại</th><th scope="col">Từ</th><th scope="col">Đến dưới</th></tr></thead>
<tbody>
<tr><th scope="row">Tốt</th><td>80</td><td>hết thang điểm</td></tr>
<tr><th scope="row">Khá</th><td>65</td><td>80</td></tr>
<tr><th scope="row">Trung bình</th><td>50</td><td>65</td></tr>
<tr><th scope="row">Yếu</th><td>0</td><td>50</td></tr>
</tbody>
</table>
<p>Hai trường hợp không xếp loại:</p>
<ul><li>hoạt động chưa đủ 12 tháng;</li><li>ngừng hoạt động quá 3 tháng trong năm.</li></ul>
<p>Quỹ tín dụng nhân dân được xếp hạng theo quy định riêng của Ngân hàng Nhà nước.</p>`,
  },
  {
    section: "policy",
    title: "Luật Hợp tác xã năm 2023 có hiệu lực: năm điểm cần nhớ",
    published_at: "2024-07-02T09:00:00+07:00",
    byline: "Hà Thanh Trúc",
    highlight: "Từ 01/7/2024: hợp tác xã cần ít nhất 5 thành viên chính thức",
    body: `
<p>Luật số 17/2023/QH15 có hiệu lực từ ngày 01/7/2024, thay Luật năm 2012.</p>
<ol>
<li>Hợp tác xã cần ít nhất 5 thành viên chính thức, trước đây là 7.</li>
<li>Liên hiệp hợp tác xã cần ít nhất 3 thành viên chính thức, trước đây là 4 hợp tác xã.</li>
<li>Có thêm thành viên liên kết, góp vốn hoặc không góp vốn.</li>
<li>Một thành viên chính thức góp nhiều nhất 30% vốn điều lệ của hợp tác xã.</li>
<li>Hợp tác xã đang hoạt động không phải đăng ký lại; điều lệ được sửa cho hợp trong 18 tháng.</li>
</ol>`,
  },
  {
    section: "policy",
    title: "Nghị định 113/2024/NĐ-CP: hợp tác xã nông nghiệp được xếp quy mô thế nào",
    published_at: "2024-11-04",
    byline: "Phòng Kinh tế ngành",
    body: `
<p>Từ ngày 01/11/2024, quy mô được xét theo số thành viên chính thức và một trong hai số: doanh thu của năm hoặc tổng nguồn vốn.</p>
<table>
<caption>Ngành nông nghiệp</caption>
<thead><tr><th scope="col">Quy mô</th><th scope="col">Thành viên từ</th><th scope="col">Doanh thu từ</th><th scope="col">hoặc nguồn vốn từ</th></tr></thead>
<tbody>
<tr><th scope="row">Lớn</th><td>300</td><td>50 tỷ đồng</td><td>10 tỷ đồng</td></tr>
<tr><th scope="row">Vừa</th><td>200</td><td>10 tỷ đồng</td><td>5 tỷ đồng</td></tr>
<tr><th scope="row">Nhỏ</th><td>50</td><td>2 tỷ đồng</td><td>1 tỷ đồng</td></tr>
<tr><th scope="row">Siêu nhỏ</th><td colspan="3">các trường hợp còn lại</td></tr>
</tbody>
</table>
<p>Xét từ quy mô lớn xuống. Thiếu số thành viên thì doanh thu cao cũng không được xếp lên.</p>`,
  },
  {
    section: "economy",
    title: "Ước năm 2024: 523 hợp tác xã, bình quân mỗi đơn vị thu 1,8 tỷ đồng",
    published_at: "2024-12-30T15:10:00+07:00",
    byline: "Danh Minh Luân",
    body: `
<p>Trong năm có 15 hợp tác xã thành lập mới, 4 đơn vị giải thể và 11 đơn vị hợp nhất thành 5. Cuối năm còn 523 hợp tác xã.</p>
<table>
<caption>Hợp tác xã theo ngành, ước cuối năm 2024</caption>
<thead><tr><th scope="col">Ngành</th><th scope="col">Số hợp tác xã</th></tr></thead>
<tbody>
<tr><th scope="row">Nông nghiệp</th><td>457</td></tr>
<tr><th scope="row">Vận tải</th><td>23</td></tr>
<tr><th scope="row">Quỹ tín dụng nhân dân</th><td>19</td></tr>
<tr><th scope="row">Thương mại – dịch vụ</th><td>14</td></tr>
<tr><th scope="row">Tiểu thủ công nghiệp</th><td>7</td></tr>
<tr><th scope="row">Xây dựng</th><td>3</td></tr>
</tbody>
</table>
<p>Lãi bình quân 590 triệu đồng; thu nhập của người lao động 60 triệu đồng một năm.</p>`,
  },
  {
    section: "news",
    title: "Từ 01/7/2025, đăng ký hợp tác xã tại Ủy ban nhân dân cấp xã",
    published_at: "2025-07-02T08:45:00+07:00",
    byline: "Hà Thanh Trúc",
    highlight: "Đăng ký hợp tác xã, tổ hợp tác: đến Ủy ban nhân dân xã, phường, đặc khu",
    body: `
<p>Cấp huyện kết thúc hoạt động, 102 xã, phường, đặc khu của tỉnh An Giang mới bắt đầu làm việc. Theo Nghị định 125/2025/NĐ-CP, cơ quan đăng ký của tổ hợp tác, hợp tác xã và liên hiệp hợp tác xã là Ủy ban nhân dân cấp xã.</p>
<ul><li>Giấy chứng nhận đã cấp vẫn còn giá trị.</li><li>Địa chỉ theo tên xã, phường mới được cập nhật khi thuận tiện, không phải làm ngay.</li><li>Sổ đăng ký trên cổng này đã chuyển từng đơn vị về xã, phường, đặc khu mới; nơi cũ vẫn tra được theo ngày.</li></ul>`,
  },
  {
    section: "economy",
    title: "Năm năm Kế hoạch 148: chỉ tiêu nào đạt, chỉ tiêu nào còn thiếu",
    published_at: "2025-12-26T10:00:00+07:00",
    byline: "Danh Minh Luân",
    highlight: "Bảng theo dõi chín chỉ tiêu của Kế hoạch 148/KH-UBND",
    body: `
<p>Giai đoạn 2021-2025 kết thúc. Trang kế hoạch trên cổng này đếm từng chỉ tiêu từ sổ đăng ký và báo cáo năm; bấm vào con số nào cũng mở ra danh sách đứng sau nó.</p>
<p>Hợp tác xã thành lập mới đã vượt số đặt ra; riêng hợp tác xã nông nghiệp và tổ hợp tác gắn với cánh đồng lớn còn thiếu ít nhiều. Liên hiệp hợp tác xã đã có. Tỷ lệ có lãi vượt 90%, còn tỷ lệ khá, tốt dừng ngay dưới 55%.</p>
<p>Số liệu năm 2025 ở đây là của tỉnh mẫu, không phải số công bố.</p>`,
  },
]

/** Headlines of the strip that have no text of their own, as old portals often have them. */
export const bareHeadlines = [
  { title: "Lịch tiếp công dân quý IV năm 2025", shown_on: "2025-10-01" },
  { title: "Danh mục thủ tục hành chính về hợp tác xã, tổ hợp tác", shown_on: "2025-07-10" },
]
