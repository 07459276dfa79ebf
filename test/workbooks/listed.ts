/** A list as offices keep them: what the corpus writes in every way there is, and what has to come of it each time. */
export const listed = [
  {
    kind: "cooperative",
    kindWords: "Hợp tác xã",
    name: "Hợp tác xã Nông nghiệp Bình Minh",
    code: "1700100019",
    founded: "2019-10-15",
    line: "0111",
    lineTitle: "Trồng lúa",
    capital: 1_500_000_000,
    representative: "Nguyễn Văn Được",
    phone: "02973888999",
    address: "Số 12, đường Trần Phú",
  },
  {
    kind: "cooperative_group",
    kindWords: "Tổ hợp tác",
    name: "Tổ hợp tác nuôi tôm của thanh niên",
    code: "1700100026",
    founded: "2021-11-30",
    line: "0322",
    lineTitle: "Nuôi trồng thủy sản nội địa",
    capital: 50_000_000,
    representative: "Lê Thị Phượng",
    phone: "0918000111",
    address: "Tổ 4, tuyến dân cư số 2",
  },
  {
    kind: "cooperative",
    kindWords: "Hợp tác xã",
    name: "Hợp tác xã Vận tải và Du lịch Hòn Tre",
    code: "1700100033",
    founded: "2008-02-29",
    line: "4933",
    lineTitle: "Vận tải hàng hóa bằng đường bộ",
    capital: 12_500_000_000,
    representative: "Trần Quốc Hưng",
    phone: "0913222333",
    address: "Bến tàu, khu phố 1",
  },
] as const
export type Listed = (typeof listed)[number]

/** The columns of the list with their headings, in the order in which the plain one has them. */
export const plainHeadings = {
  number: "STT",
  name: "Tên HTX",
  kind: "Loại hình",
  code: "Mã số thuế",
  founded: "Ngày thành lập",
  line: "Mã ngành",
  capital: "Vốn điều lệ (đồng)",
  representative: "Họ tên giám đốc",
  phone: "Số điện thoại",
  address: "Địa chỉ",
}
export type ListColumn = keyof typeof plainHeadings
