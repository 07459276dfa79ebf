import type { Person } from "../../rights/roles.ts"
import { ButtonLink } from "../../ui/button/button.tsx"
import { inBoth } from "../../ui/language.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { validityWords } from "../roles/validity.ts"
import type { PersonalData, PersonalField } from "./personal-data.ts"

const texts = inBoth({
  title: [(name: string) => `Dữ liệu cá nhân: ${name}`, (name: string) => `Personal data: ${name}`],
  lead: [
    "Những gì cổng lưu về những người được nêu tên trong hồ sơ tổ chức này, vì sao lưu, và ai xem được. Không lưu số căn cước, số hộ chiếu. Muốn sửa, hãy liên hệ cơ quan quản lý cổng.",
    "What is kept about the people named in this organisation's record, why, and who can see it. No numbers of identity cards or passports are kept. To have something corrected, ask the department.",
  ],
  download: ["Tải về (JSON)", "Download (JSON)"],
  record: ["Trong hồ sơ tổ chức", "In the record of the organisation"],
  fact: ["Thông tin", "What"],
  kept: ["Nội dung đang lưu", "As it is kept"],
  nothing: ["không lưu", "nothing"],
  why: ["Vì sao, ai xem được", "Why, and who sees it"],
  legal_representative: ["Người đại diện theo pháp luật", "Legal representative"],
  phone: ["Điện thoại", "Phone"],
  email: ["Thư điện tử", "Email"],
  address: ["Địa chỉ trụ sở", "Seat"],
  public: [
    "Nội dung đăng ký của tổ chức, công khai trong danh bạ",
    "Part of its registration, public in the register",
  ],
  accounts: ["Tài khoản đại diện", "Accounts that represent it"],
  noAccounts: ["Chưa có tài khoản nào.", "There are none."],
  name: ["Họ và tên", "Name"],
  validity: ["Thời hạn", "Days"],
  accountsWhy: [
    "Lưu để biết ai đã báo cáo thay tổ chức; không công khai.",
    "Kept to know who reported for the organisation; not public.",
  ],
})

type PersonalDataPageProps = { view: View; person: Person; data: PersonalData }

export function PersonalDataPage({ view, person, data }: PersonalDataPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const { organisation, facts, representatives } = data
  return (
    <DeskLayout view={view} person={person} title={t.title(organisation.name)}>
      <div class="page-heading">
        <h1>{t.title(organisation.name)}</h1>
        <p class="lead">{t.lead}</p>
        <p>
          <ButtonLink href={paths.personalDataFile(organisation)}>{t.download}</ButtonLink>
        </p>
      </div>
      <Table caption={t.record}>
        <thead>
          <tr>
            <th scope="col">{t.fact}</th>
            <th scope="col">{t.kept}</th>
            <th scope="col">{t.why}</th>
          </tr>
        </thead>
        <tbody>
          {(Object.entries(facts) as [PersonalField, string | null][]).map(([name, value]) => (
            <tr>
              <th scope="row">{t[name]}</th>
              <td>{value ?? t.nothing}</td>
              <td>{t.public}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <section class="stack">
        <h2>{t.accounts}</h2>
        <p>{t.accountsWhy}</p>
        {representatives.length === 0 ? (
          <p>{t.noAccounts}</p>
        ) : (
          <Table caption={t.accounts} quietCaption>
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.email}</th>
                <th scope="col">{t.validity}</th>
              </tr>
            </thead>
            <tbody>
              {representatives.map(({ name, email, valid_from, valid_to }) => (
                <tr>
                  <th scope="row">{name}</th>
                  <td>{email}</td>
                  <td>{validityWords({ valid_from, ends_on: valid_to }, locale)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </section>
    </DeskLayout>
  )
}
