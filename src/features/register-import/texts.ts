import { formatDay } from "../../ui/format.ts"

/** What officers read about their sheet. The words about cells stand in the answer's own workbook, in Vietnamese. */
export const importTexts = {
  vi: {
    repeatedRow: (row: number) => `Dòng này giống hệt dòng ${row} nên chỉ tính một lần.`,
    sameTarget: (row: number) => `Dòng này và dòng ${row} cùng nói về một tổ chức. Hãy giữ lại một dòng.`,
    otherPlace: (place: string) =>
      `“${place}” không thuộc địa bàn của tệp này. Hãy để cán bộ nơi đó nhập, hoặc sửa tên xã.`,
    otherCommune:
      "Xã khác với sổ đăng ký. Chuyển trụ sở sang địa bàn khác phải ghi ở trang của tổ chức (“Chuyển trụ sở”).",
    placeMissing: "Hãy ghi xã, phường hoặc đặc khu của tổ chức.",
    codeForm: (code: string) =>
      `Mã số “${code}” không có dạng 10 chữ số (đơn vị phụ thuộc thêm “-001”). Hãy kiểm tra lại.`,
    codeCheckDigit: (code: string) =>
      `Mã số ${code} có chữ số kiểm tra không khớp. Hãy đối chiếu với giấy chứng nhận.`,
    codeElsewhere: (code: string, name: string) =>
      `Mã số ${code} đang là của ${name} ở địa bàn khác. Hãy kiểm tra lại mã số.`,
    foreignKey:
      "Mã dòng ẩn của dòng này không đúng. Hãy tải lại biểu mẫu, hoặc xóa ô mã dòng để hệ thống tìm theo mã số và tên.",
    keyElsewhere: "Dòng này là của một tổ chức không còn thuộc địa bàn của tệp. Hãy bỏ dòng này.",
    severalSuch: (count: number) =>
      `Sổ đăng ký có ${count} tổ chức cùng tên ở đây. Hãy ghi mã số để biết là tổ chức nào.`,
    otherKind: "Loại hình khác với sổ đăng ký. Chuyển đổi loại hình phải ghi ở trang của tổ chức.",
    otherFounding: (day: string) =>
      `Sổ đăng ký ghi ngày thành lập là ${formatDay(day, "vi")}. Nếu sổ sai, hãy đính chính ở trang của tổ chức.`,
    nameMissing: "Hãy ghi tên tổ chức.",
    kindMissing: "Hãy chọn loại hình.",
    foundingMissing: "Tổ chức này chưa có trong sổ: hãy ghi ngày thành lập.",
    lineNotListed: (code: string) => `Danh mục ngành đang lưu chưa có mã ${code}. Hãy kiểm tra lại mã ngành.`,
    lineMissing: "Tổ chức này chưa có trong sổ: hãy chọn ngành chính để biết lĩnh vực.",
    statusDayMissing: (status: string) => `Tình trạng đổi thành “${status}”: hãy ghi “Tình trạng từ ngày”.`,
    statusBeforeFounding: "Ngày đổi tình trạng đứng trước ngày thành lập.",
    dayAhead: "Ngày này chưa tới. Hãy kiểm tra lại.",
    noMore:
      "Tổ chức này đã chấm dứt theo sổ đăng ký nên không sửa bằng tệp được. Hãy đính chính ở trang của tổ chức.",
    noTable: "Không tìm thấy bảng tổ chức: cần ít nhất cột “Tên tổ chức” và một cột khác có tiêu đề.",
    noRows: "Bảng không có dòng tổ chức nào.",
    formOfOtherPlace: (code: string) =>
      `Biểu mẫu này được tải cho địa bàn có mã ${code}. Hãy gửi đúng địa bàn, hoặc tải biểu mẫu của địa bàn này.`,
    lifeFaults: {
      code_taken: "Mã số này đang là của tổ chức khác. Hãy kiểm tra lại mã số.",
      before_founding: "Sự kiện này đứng trước ngày thành lập trong sổ. Hãy kiểm tra ngày.",
      incomplete_founding: "Việc thành lập thiếu tên, địa bàn hoặc lĩnh vực.",
      founded_twice: "Tổ chức này đã có trong sổ từ trước.",
      after_end: "Sự kiện này đứng sau ngày tổ chức chấm dứt trong sổ. Hãy kiểm tra ngày.",
    },
  },
}
