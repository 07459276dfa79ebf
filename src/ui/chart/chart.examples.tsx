import type { Example } from "../../features/preview/examples.ts"
import { YearChart } from "./chart.tsx"

const years = [2021, 2022, 2023, 2024, 2025]
const series = (name: string, values: (number | null)[]) => ({
  name,
  values: years.map((year, index) => ({ year, value: values[index] ?? null })),
})

export const chartExamples: Example[] = [
  {
    state: "one series with its aim",
    show: ({ locale }) => (
      <YearChart
        locale={locale}
        unit="count"
        title="Hợp tác xã thành lập mới theo năm"
        series={[series("Thành lập mới", [12, 25, 18, 30, 20])]}
        aims={[{ name: "Chỉ tiêu", value: 21 }]}
      />
    ),
  },
  {
    state: "two series of money, with a gap",
    show: ({ locale }) => (
      <YearChart
        locale={locale}
        unit="money"
        title="Doanh thu và lợi nhuận theo năm"
        series={[
          series("Doanh thu", [4.1e9, 5e9, null, 6.2e9, 7e9]),
          series("Lợi nhuận", [4e8, 5e8, null, 6e8, 9e8]),
        ]}
      />
    ),
  },
]
